package org.yichuang.network.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.DeskFrame.Group;
import org.yichuang.shared.web.DeskFrame.Link;
import org.yichuang.shared.web.DeskLinks;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** What the network puts on the desk: the officer's own post; the network and its calendar for the administrator. */
@Component
@Order(500)
class NetworkLinks implements DeskLinks {
    private static final Text POST = Text.of("本岗", "My post");
    private static final Text ADMINISTRATION = Text.of("管理", "Administration");

    @Override
    public List<Group> of(Visitor visitor) {
        List<Group> groups = new ArrayList<>();
        if (visitor.is(Role.OFFICER)) {
            groups.add(new Group(
                    POST,
                    List.of(
                            link("/desk/authorisations", "key", "我的授权", "My authorisations"),
                            link("/desk/cover", "users", "外出和顶岗", "Away and cover"))));
        }
        if (visitor.is(Role.ADMINISTRATOR)) {
            groups.add(new Group(
                    ADMINISTRATION,
                    List.of(
                            link("/admin/network", "building-community", "网络", "Network"),
                            link("/admin/calendar", "calendar", "工作日历", "Working calendar"))));
        }
        return groups;
    }

    private static Link link(String href, String icon, String zh, String en) {
        return new Link(href, icon, Text.of(zh, en), null);
    }
}
