@org.jspecify.annotations.NullMarked
package org.yichuang.input;
