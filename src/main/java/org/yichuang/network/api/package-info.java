/** The network's endpoints. */
@NullMarked
package org.yichuang.network.api;

import org.jspecify.annotations.NullMarked;
