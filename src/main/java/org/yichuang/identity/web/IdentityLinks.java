package org.yichuang.identity.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.identity.signin.SecondPerson;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.DeskFrame;
import org.yichuang.shared.web.DeskLinks;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** What the security administrator opens from the desk, and where a second person confirms what they did. */
@Component
@Order(90)
class IdentityLinks implements DeskLinks {
    private static final Text TITLE = Text.of("安全", "Security");
    private static final DeskFrame.Group SECURITY = new DeskFrame.Group(
            TITLE,
            List.of(
                    new DeskFrame.Link("/admin/accounts", "users", Text.of("账号与角色", "Accounts and roles"), null),
                    new DeskFrame.Link("/admin/systems", "key", Text.of("系统与令牌", "Systems and tokens"), null)));

    private final SecondPerson second;

    IdentityLinks(SecondPerson second) {
        this.second = second;
    }

    @Override
    public List<DeskFrame.Group> of(Visitor visitor) {
        if (visitor.is(Role.SECURITY_ADMINISTRATOR)) {
            return List.of(SECURITY);
        }
        return visitor.is(Role.ADMINISTRATOR) || visitor.is(Role.AUDITOR) ? List.of(waiting()) : List.of();
    }

    private DeskFrame.Group waiting() {
        int waiting = second.howMany();
        Text name = Text.of("任命和密码的确认", "Appointments and passwords");
        var link = new DeskFrame.Link("/admin/password-links", "key", name, waiting == 0 ? null : waiting);
        return new DeskFrame.Group(TITLE, List.of(link));
    }
}
