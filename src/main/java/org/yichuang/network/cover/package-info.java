/** Who is away and who stands in, as the officers themselves report it. */
@NullMarked
package org.yichuang.network.cover;

import org.jspecify.annotations.NullMarked;
