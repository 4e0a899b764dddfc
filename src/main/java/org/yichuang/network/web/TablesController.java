package org.yichuang.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.journal.Actor;
import org.yichuang.network.ItemNames;
import org.yichuang.network.Network;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.network.store.IdleLines;
import org.yichuang.network.store.Vacancies;
import org.yichuang.network.tables.FileKind;
import org.yichuang.network.tables.Imported;
import org.yichuang.network.tables.SheetReader;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.TableExport;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Upload;
import org.yichuang.shared.web.Visitor;

/** The network's tables, for the administrator: look into one, take it out as a file, bring it in again. */
@Controller
@RequestMapping("/admin/network")
@Access(Role.ADMINISTRATOR)
class TablesController {
    private static final int ROWS = 50;

    private final TableExport export;
    private final TableImport imports;
    private final WorkingCalendars calendars;
    private final Vacancies vacancies;
    private final IdleLines idle;
    private final Network network;
    private final ItemNames items;

    TablesController(
            TableExport export,
            TableImport imports,
            WorkingCalendars calendars,
            Vacancies vacancies,
            IdleLines idle,
            Network network,
            ItemNames items) {
        this.export = export;
        this.imports = imports;
        this.calendars = calendars;
        this.vacancies = vacancies;
        this.idle = idle;
        this.network = network;
        this.items = items;
    }

    @GetMapping
    String list(Ui ui, Model model) {
        List<Vacancies.Vacancy> vacant = vacancies.posts(ui.today());
        Map<String, Text> units = new HashMap<>();
        vacant.forEach(post -> network.unit(post.unit()).ifPresent(unit -> units.put(unit.code(), unit.name())));
        model.addAttribute("vacancies", vacant);
        model.addAttribute("units", units);
        model.addAttribute("idle", idle.lines(ui.today()));
        model.addAttribute("items", items);
        model.addAttribute("wanting", calendars.wanting(ui.today()));
        Map<Table, Long> counts = new LinkedHashMap<>();
        Tables.ALL.forEach(table -> counts.put(table, export.count(table)));
        model.addAttribute("tables", counts);
        return "network/tables";
    }

    @GetMapping("/{table}")
    String table(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done,
            Ui ui,
            Model model) {
        model.addAttribute("said", done);
        return page(found(table), q, after, ui, model);
    }

    @GetMapping("/{table}/export")
    ResponseEntity<byte[]> file(@PathVariable String table, @RequestParam(required = false) @Nullable String format) {
        Table found = found(table);
        FileKind kind = FileKind.of(format, null);
        return Csv.answer(export.file(found, kind), kind.type(), kind.name(found));
    }

    @PostMapping("/{table}/import")
    String take(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean replace,
            Visitor visitor,
            Ui ui,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Table found = found(table);
        try {
            Imported done = imports.sheet(Actor.of(visitor.id()), found, SheetReader.read(Upload.of(file)), replace);
            model.addAttribute("done", done);
        } catch (Problem problem) {
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
        }
        model.addAttribute("replace", replace);
        return page(found, "", null, ui, model);
    }

    private String page(Table table, String q, @Nullable String after, Ui ui, Model model) {
        String words = clean(q).strip();
        String last = Page.decode(after);
        List<List<String>> rows = export.page(table, words, last == null ? null : clean(last), ROWS);
        model.addAttribute("table", table);
        model.addAttribute("count", export.count(table));
        model.addAttribute("words", words);
        model.addAttribute("rows", Page.of(rows, ROWS, List::getFirst));
        model.addAttribute("names", export.names(table, rows));
        boolean register = table.stored().equals("authorisation");
        model.addAttribute("idle", register ? idle.count(ui.today()) : 0);
        return "network/table";
    }

    static String clean(String typed) {
        return typed.replaceAll("\\p{Cntrl}", "");
    }

    static Table found(String name) {
        return Tables.named(name).orElseThrow(() -> Problem.notFound("没有这张表", "There is no such table"));
    }
}
