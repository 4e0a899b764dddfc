/** How accounts, sessions and tokens are kept. */
@NullMarked
package org.yichuang.identity.store;

import org.jspecify.annotations.NullMarked;
