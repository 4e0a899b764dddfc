package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.Cases;
import org.yichuang.casework.WorkFilter;
import org.yichuang.casework.web.Clocks;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.network.Window;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.DeskFrame;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The desk's first page: what waits in my units, the next due first, and for whom. */
@Controller
class WorklistController {
    private static final int ROWS = 25;
    private static final String COLUMNS = "yc_cols";
    private static final Duration KEPT = Duration.ofDays(365);
    /** A whole case number: XH26-004172-7. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{2}\\d{2}-\\d{6,12}-\\d");

    private final Cases cases;
    private final WaitingCounts counts;
    private final Clocks clocks;
    private final Network network;
    private final Catalogue catalogue;
    private final CaseFinder finder;

    WorklistController(
            Cases cases, WaitingCounts counts, Clocks clocks, Network network, Catalogue catalogue, CaseFinder finder) {
        this.finder = finder;
        this.catalogue = catalogue;
        this.cases = cases;
        this.counts = counts;
        this.clocks = clocks;
        this.network = network;
    }

    /**
     * @param chosen columns as chosen just now; kept for the next time
     * @param kept columns as chosen earlier
     */
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
    String worklist(
            Visitor visitor,
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "col", required = false) @Nullable List<String> chosen,
            @CookieValue(name = COLUMNS, defaultValue = "") String kept,
            Ui ui,
            HttpServletResponse response,
            Model model) {
        WorkAddress query = WorkAddress.of(parameters);
        String elsewhere = elsewhere(visitor, query, ui);
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        Visitor reader = query.reader(visitor);
        Page<CaseRow> page = cases.worklist(reader, query.filter(ROWS));
        model.addAttribute("query", query);
        model.addAttribute("counts", counts.of(reader, query.forCounts()));
        model.addAttribute(
                "rows", page.items().stream().map(row -> row(row, query)).toList());
        model.addAttribute("next", Optional.ofNullable(page.next()).orElse(""));
        model.addAttribute("columns", columns(chosen, kept, response));
        model.addAttribute("actNames", ActNames.WAITED);
        model.addAttribute("item", catalogue.card(query.item()).map(ItemCard::name));
        model.addAttribute("unit", network.unit(query.unit()).map(Unit::name));
        model.addAttribute("units", units(reader, page.items()));
        return "casework/desk/worklist";
    }

    /** Looks for a case, a person or an item, among what the filters leave; a query code opens its case. */
    @PostMapping("/desk/find")
    @Access({Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR})
    String find(Visitor visitor, @RequestParam Map<String, String> parameters) {
        WorkAddress query = WorkAddress.of(parameters);
        return "redirect:"
                + cases.byQueryCode(visitor, query.q())
                        .map(id -> "/desk/cases/" + id)
                        .orElseGet(() -> finder.list(visitor, query));
    }

    /** A whole case number opens its case, and a person's leads to theirs; who has no cases to work on starts at what they have. */
    private @Nullable String elsewhere(Visitor visitor, WorkAddress query, Ui ui) {
        if (NUMBER.matcher(query.q()).matches()) {
            return numbered(visitor, query.q());
        }
        Optional<String> person = finder.byNumber(visitor, query);
        if (person.isPresent()) {
            return person.get();
        }
        DeskFrame desk = visitor.is(Role.OFFICER) || query.narrowed() ? null : ui.desk();
        return desk == null
                ? null
                : desk.groups().stream()
                        .flatMap(group -> group.links().stream())
                        .map(DeskFrame.Link::href)
                        .filter(href -> !href.equals("/desk"))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable String numbered(Visitor visitor, String number) {
        try {
            return "/desk/cases/" + cases.byNumber(visitor, number).id();
        } catch (Problem unknown) {
            return null;
        }
    }

    private static Set<WorkColumn> columns(@Nullable List<String> chosen, String kept, HttpServletResponse response) {
        if (chosen == null) {
            return WorkColumn.read(kept);
        }
        String joined = String.join(
                ".", chosen.stream().filter(key -> key.matches("[a-z]{1,20}")).toList());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COLUMNS, joined)
                        .path("/desk")
                        .sameSite("Lax")
                        .maxAge(KEPT)
                        .build()
                        .toString());
        return WorkColumn.read(joined.isEmpty() ? "none" : joined);
    }

    private WorkRow row(CaseRow row, WorkAddress query) {
        String window = row.window();
        Text received = (window == null ? Optional.<Window>empty() : network.window(window))
                .map(Window::label)
                .orElse(row.channel().text());
        return new WorkRow(row, clocks.of(row).orElse(null), received, FromList.of(query, row.due()));
    }

    /** What the units of these cases are called, for who sees those of more than one; empty for others. */
    private Map<String, Text> units(Visitor visitor, List<CaseRow> rows) {
        return cases.ofSeveralUnits(visitor)
                ? rows.stream().map(CaseRow::unit).distinct().collect(Collectors.toMap(Function.identity(), this::unit))
                : Map.of();
    }

    private Text unit(String code) {
        return network.unit(code).map(Unit::name).orElse(Text.same(code));
    }

    /** The chosen cases on one sheet, for the clipboard. */
    @GetMapping("/desk/print")
    @Access({Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR})
    String print(
            Visitor visitor,
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "case", required = false) @Nullable List<UUID> chosen,
            Model model) {
        List<CaseRow> rows = chosen(visitor, parameters, chosen);
        model.addAttribute("rows", rows);
        model.addAttribute("units", units(visitor, rows));
        model.addAttribute("actNames", ActNames.WAITED);
        return "casework/desk/worklistPaper";
    }

    @GetMapping("/desk/export.csv")
    @Access({Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR})
    ResponseEntity<byte[]> export(
            Visitor visitor,
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "case", required = false) @Nullable List<UUID> chosen,
            Ui ui) {
        Csv csv = Csv.of(
                "办件号 number",
                "事项 item",
                "申请人 applicant",
                "状态 state",
                "等谁 waits for",
                "收件 received",
                "到期 due",
                "单位 unit");
        chosen(visitor, parameters, chosen).forEach(row -> line(csv, row));
        return csv.answer("worklist-" + ui.today());
    }

    /** Everything the filters leave, page by page, or of that what was ticked. */
    private List<CaseRow> chosen(Visitor visitor, Map<String, String> parameters, @Nullable List<UUID> chosen) {
        WorkAddress query = WorkAddress.of(parameters);
        WorkFilter filter = query.filter(Page.MAX_SIZE);
        Function<@Nullable String, Page<CaseRow>> pages =
                after -> cases.worklist(query.reader(visitor), after == null ? filter : filter.after(after));
        return chosen == null ? Page.all(pages, "q") : ticked(pages, chosen);
    }

    /** No further than to the last of them, nor than a file goes. */
    private static List<CaseRow> ticked(Function<@Nullable String, Page<CaseRow>> pages, List<UUID> chosen) {
        if (chosen.size() > Page.MAX_SIZE) {
            throw Problem.invalid("case", "一次最多选 200 件", "At most 200 can be ticked at once");
        }
        var wanted = new HashSet<>(chosen);
        var rows = new ArrayList<CaseRow>();
        String after = null;
        int read = 0;
        do {
            Page<CaseRow> page = pages.apply(after);
            read += page.items().size();
            page.items().stream().filter(row -> wanted.remove(row.id())).forEach(rows::add);
            after = page.next();
        } while (after != null && !wanted.isEmpty() && read < Page.MOST_IN_A_FILE);
        return rows;
    }

    private void line(Csv csv, CaseRow row) {
        Text state = row.stands();
        csv.row(
                row.number(),
                row.itemName().zh(),
                row.applicant(),
                state.zh() + " " + state.en(),
                String.join(" ", row.waitsFor()),
                Csv.moment(row.receivedAt()),
                row.due() == null ? "" : Csv.moment(row.due()),
                unit(row.unit()).zh());
    }
}
