package org.yichuang.casework.web.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.Cases;
import org.yichuang.casework.web.Clocks;
import org.yichuang.shared.Page;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The desk's first page: what waits in my units, the next due first, and for whom. */
@Controller
class WorklistController {
    private static final int ROWS = 25;

    private final Cases cases;
    private final Clocks clocks;
    private final Clock clock;

    WorklistController(Cases cases, Clocks clocks, Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.clock = clock;
    }

    @GetMapping("/desk")
    @Access({
        Role.OFFICER,
        Role.HALL_MANAGER,
        Role.AGENT,
        Role.SUPERVISOR,
        Role.ASSESSOR,
        Role.ADMINISTRATOR,
        Role.SECURITY_ADMINISTRATOR,
        Role.AUDITOR
    })
    String worklist(Visitor visitor, @RequestParam Map<String, String> parameters, Model model) {
        WorkQuery query = WorkQuery.of(parameters);
        Page<CaseRow> page = cases.worklist(visitor, query.filter(ROWS));
        model.addAttribute("query", query);
        model.addAttribute("counts", cases.counts(visitor, query.forCounts()));
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("next", Optional.ofNullable(page.next()).orElse(""));
        model.addAttribute("actNames", ActNames.WAITED);
        return "casework/desk/worklist";
    }

    private WorkRow row(CaseRow row) {
        return new WorkRow(row, clocks.of(row).orElse(null));
    }

    @GetMapping("/desk/export.csv")
    @Access({Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR})
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> parameters) {
        List<String> lines = new ArrayList<>();
        lines.add("办件号 number,事项 item,申请人 applicant,状态 state,收件 received,到期 due");
        WorkQuery query = WorkQuery.of(parameters);
        Page<CaseRow> page = cases.worklist(visitor, query.filter(Page.MAX_SIZE));
        page.items().stream().map(WorklistController::line).forEach(lines::add);
        String name = "worklist-" + LocalDate.ofInstant(clock.instant(), Ui.ZONE) + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String line(CaseRow row) {
        Text state = row.state().text();
        return String.join(
                ",",
                cell(row.number()),
                cell(row.itemName().zh()),
                cell(row.applicant()),
                cell(state.zh() + " " + state.en()),
                cell(row.receivedAt().atZone(Ui.ZONE).toLocalDateTime().toString()),
                cell(
                        row.due() == null
                                ? ""
                                : row.due().atZone(Ui.ZONE).toLocalDateTime().toString()));
    }

    /** Quoted, and never a formula where a spreadsheet opens it. */
    private static String cell(String value) {
        String safe = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
