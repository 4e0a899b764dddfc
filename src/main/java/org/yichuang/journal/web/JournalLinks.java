package org.yichuang.journal.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.DeskFrame;
import org.yichuang.shared.web.DeskLinks;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** What the journal puts on the desk's side. */
@Component
@Order(80)
class JournalLinks implements DeskLinks {
    @Override
    public List<DeskFrame.Group> of(Visitor visitor) {
        if (!visitor.is(Role.AUDITOR)) {
            return List.of();
        }
        var record = new DeskFrame.Link("/admin/journal", "history", Text.of("全部记录", "The record"), null);
        return List.of(new DeskFrame.Group(Text.of("审计", "Audit"), List.of(record)));
    }
}
