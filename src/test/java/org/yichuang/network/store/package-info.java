@org.jspecify.annotations.NullMarked
package org.yichuang.network.store;
