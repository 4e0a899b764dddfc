package org.yichuang.identity.web;

import java.util.List;
import org.yichuang.identity.signin.Passwords;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** A new password, typed twice. */
final class PasswordForm {
    private PasswordForm() {}

    static void same(String password, String again) {
        Text differ = Passwords.differ(password, again);
        if (differ != null) {
            throw Problem.invalid(List.of(new Problem.FieldError("again", differ)));
        }
    }
}
