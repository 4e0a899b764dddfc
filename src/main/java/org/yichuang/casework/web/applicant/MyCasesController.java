package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.web.Clocks;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** What the visitor has applied for, and what they are writing. */
@Controller
@Access({Role.RESIDENT, Role.COMPANY})
class MyCasesController {
    private final Cases cases;
    private final Drafts drafts;
    private final Drafting drafting;
    private final Clocks clocks;

    MyCasesController(Cases cases, Drafts drafts, Drafting drafting, Clocks clocks) {
        this.cases = cases;
        this.drafts = drafts;
        this.drafting = drafting;
        this.clocks = clocks;
    }

    @GetMapping("/my/cases")
    String mine(Visitor visitor, @RequestParam(required = false) @Nullable String after, Model model) {
        Page<CaseRow> page = cases.mine(visitor, after);
        List<DraftPage> begun = after != null
                ? List.of()
                : drafts.mine(visitor).stream()
                        .map(draft -> drafting.page(visitor, draft))
                        .toList();
        model.addAttribute("drafts", begun)
                .addAttribute(
                        "cases",
                        page.items().stream()
                                .map(row -> new MyCase(row, clocks.of(row).orElse(null)))
                                .toList())
                .addAttribute("next", page.next());
        return "casework/applicant/cases";
    }

    /** All of them as a table. */
    @GetMapping("/my/cases/export.csv")
    void export(Visitor visitor, HttpServletResponse response) throws IOException {
        Csv.send(
                response,
                "my-cases",
                List.of("办件号 number", "状态 state", "事项 item", "item_en", "收件 received", "到期 due"),
                after -> cases.mine(visitor, after, Page.MAX_SIZE),
                MyCasesController::line);
    }

    private static void line(Csv csv, CaseRow row) {
        Instant due = row.due();
        csv.row(
                row.number(),
                row.stands().zh() + " " + row.stands().en(),
                row.itemName().zh(),
                row.itemName().en(),
                Csv.moment(row.receivedAt()),
                due == null ? "" : Csv.moment(due));
    }
}
