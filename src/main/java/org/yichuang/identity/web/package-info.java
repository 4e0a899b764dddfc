/** Pages of sign-in, registration, the own account, accounts and systems. */
@NullMarked
package org.yichuang.identity.web;

import org.jspecify.annotations.NullMarked;
