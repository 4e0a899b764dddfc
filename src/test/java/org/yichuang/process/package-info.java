@org.jspecify.annotations.NullMarked
package org.yichuang.process;
