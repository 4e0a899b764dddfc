package org.yichuang.catalogue.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.DeskFrame;
import org.yichuang.shared.web.DeskLinks;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The administrator's way to the items. */
@Component
@Order(40)
class CatalogueLinks implements DeskLinks {
    @Override
    public List<DeskFrame.Group> of(Visitor visitor) {
        return visitor.is(Role.ADMINISTRATOR)
                ? List.of(new DeskFrame.Group(
                        Text.of("管理", "Administration"),
                        List.of(new DeskFrame.Link("/admin/items", "checklist", Text.of("事项", "Items"), null))))
                : List.of();
    }
}
