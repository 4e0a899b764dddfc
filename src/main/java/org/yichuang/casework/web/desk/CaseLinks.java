package org.yichuang.casework.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.casework.Denials;
import org.yichuang.casework.WorkCounts;
import org.yichuang.casework.service.WindowApplicants;
import org.yichuang.network.Act;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.DeskFrame.Group;
import org.yichuang.shared.web.DeskFrame.Link;
import org.yichuang.shared.web.DeskLinks;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** What casework puts on the desk: today's cases, those that wait for each act, the denial review. */
@Component
@Order(100)
class CaseLinks implements DeskLinks {
    private static final String INTAKE = "/desk/intake";

    private static final Map<String, String> ICONS = Map.of(
            Act.ACCEPT.key(), "inbox",
            Act.REVIEW.key(), "checklist",
            Act.SURVEY.key(), "map-pin",
            Act.EXPERT.key(), "users",
            Act.PAUSE.key(), "player-pause",
            Act.EXTEND.key(), "calendar-plus",
            Act.DECIDE.key(), "gavel",
            Act.ISSUE.key(), "file-text",
            Act.DELIVER.key(), "send");

    private final WaitingCounts waiting;
    private final Denials denials;
    private final WindowApplicants applicants;

    CaseLinks(WaitingCounts waiting, Denials denials, WindowApplicants applicants) {
        this.waiting = waiting;
        this.denials = denials;
        this.applicants = applicants;
    }

    @Override
    public List<Group> of(Visitor visitor) {
        List<Group> groups = new ArrayList<>();
        if (visitor.is(Role.OFFICER)) {
            WorkAddress list = WorkAddress.ofPosts(visitor);
            WorkCounts counts = waiting.of(list.reader(visitor), list.forCounts());
            List<Link> today = new ArrayList<>();
            today.add(new Link(list.with("act", ""), "list-check", Text.of("今日办件", "Today's cases"), counts.all()));
            if (applicants.receives(visitor)) {
                today.add(new Link(INTAKE, "inbox", Text.of("收新件", "Receive a case"), null));
            }
            groups.add(new Group(Text.of("今日", "Today"), today));
            groups.add(new Group(Text.of("办件", "Cases"), waiting(list, counts)));
            groups.add(new Group(
                    Text.of("否定报备", "Denials"),
                    List.of(new Link(
                            "/desk/questions",
                            "alert-triangle",
                            Text.of("监督单位的质询", "Questions asked"),
                            denials.asked(visitor)))));
        }
        if (visitor.is(Role.SUPERVISOR)) {
            groups.add(new Group(
                    Text.of("监督", "Supervision"),
                    List.of(new Link(
                            "/desk/denials",
                            "alert-triangle",
                            Text.of("否定报备", "Denial filings"),
                            denials.waiting(visitor)))));
        }
        return groups;
    }

    private static List<Link> waiting(WorkAddress list, WorkCounts counts) {
        return ActNames.WAITED.entrySet().stream()
                .filter(entry -> ICONS.containsKey(entry.getKey()))
                .map(entry -> new Link(
                        list.with("act", entry.getKey()),
                        Objects.requireNonNull(ICONS.get(entry.getKey())),
                        entry.getValue(),
                        counts.of(entry.getKey())))
                .toList();
    }
}
