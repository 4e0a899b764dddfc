/** Computing and explaining any limit, for whoever asks. */
@NullMarked
package org.yichuang.network.limits;

import org.jspecify.annotations.NullMarked;
