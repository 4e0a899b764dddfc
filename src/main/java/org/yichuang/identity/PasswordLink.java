package org.yichuang.identity;

import java.time.Instant;

/**
 * A one-time right to set an account's password: a code to type at {@code /set-password}, or {@link #path} to open. Shown
 * once, never stored.
 *
 * @param waits it does nothing until a second person confirms it
 */
public record PasswordLink(String code, Instant expires, boolean waits) {
    public String path() {
        return "/set-password?code=" + code;
    }

    @Override
    public String toString() {
        return "PasswordLink until " + expires;
    }
}
