/** Accounts, sessions and tokens as JSON. */
@NullMarked
package org.yichuang.identity.api;

import org.jspecify.annotations.NullMarked;
