/** The network's tables. */
@NullMarked
package org.yichuang.network.store;

import org.jspecify.annotations.NullMarked;
