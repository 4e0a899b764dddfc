package org.yichuang.network.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.DeskFrame.Group;
import org.yichuang.shared.web.DeskFrame.Link;
import org.yichuang.shared.web.DeskLinks;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** What the network puts on the desk: the officer's own post. */
@Component
@Order(500)
class NetworkLinks implements DeskLinks {
    private static final Text POST = Text.of("本岗", "My post");

    @Override
    public List<Group> of(Visitor visitor) {
        return visitor.is(Role.OFFICER)
                ? List.of(new Group(POST, List.of(link("/desk/authorisations", "key", "我的授权", "My authorisations"))))
                : List.of();
    }

    private static Link link(String href, String icon, String zh, String en) {
        return new Link(href, icon, Text.of(zh, en), null);
    }
}
