package org.yichuang.identity.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.DeskFrame;
import org.yichuang.shared.web.DeskLinks;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** What the security administrator opens from the desk. */
@Component
@Order(90)
class IdentityLinks implements DeskLinks {
    private static final DeskFrame.Group SECURITY = new DeskFrame.Group(
            Text.of("安全", "Security"),
            List.of(
                    new DeskFrame.Link("/admin/accounts", "users", Text.of("账号与角色", "Accounts and roles"), null),
                    new DeskFrame.Link("/admin/systems", "key", Text.of("系统与令牌", "Systems and tokens"), null)));

    @Override
    public List<DeskFrame.Group> of(Visitor visitor) {
        return visitor.is(Role.SECURITY_ADMINISTRATOR) ? List.of(SECURITY) : List.of();
    }
}
