/** Passwords, sessions, lockout: how a request gets its visitor. */
@NullMarked
package org.yichuang.identity.signin;

import org.jspecify.annotations.NullMarked;
