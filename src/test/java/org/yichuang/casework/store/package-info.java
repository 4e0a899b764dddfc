@org.jspecify.annotations.NullMarked
package org.yichuang.casework.store;
