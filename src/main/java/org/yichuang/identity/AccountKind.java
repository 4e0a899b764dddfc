package org.yichuang.identity;

import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/** What an account stands for; it never changes. */
public enum AccountKind {
    RESIDENT(Text.of("个人", "Resident")),
    COMPANY(Text.of("企业", "Company")),
    OFFICER(Text.of("工作人员", "Officer")),
    SYSTEM(Text.of("系统", "System"));

    private final Text text;

    AccountKind(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }

    /** The one role that comes with the kind. What else an officer may do is granted. */
    public Role role() {
        return Role.valueOf(name());
    }
}
