package org.yichuang.identity.web;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Problem;

/** A new password, typed twice. */
final class PasswordForm {
    private PasswordForm() {}

    static void same(@Nullable String password, @Nullable String again) {
        if (!RegisterForm.text(password).equals(RegisterForm.text(again))) {
            throw Problem.invalid("again", "两次输入的密码不一样", "The two passwords differ");
        }
    }
}
