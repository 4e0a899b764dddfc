package org.yichuang.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.journal.Actor;
import org.yichuang.network.tables.Column;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.TableExport;
import org.yichuang.network.tables.TableImport;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** One row of a table in a form, for the administrator who need not make a file for it. */
@Controller
@RequestMapping("/admin/network/{table}")
@Access(Role.ADMINISTRATOR)
class RowController {
    private final TableExport export;
    private final TableImport imports;

    RowController(TableExport export, TableImport imports) {
        this.export = export;
        this.imports = imports;
    }

    /** @param key of the row; empty for a new one */
    @GetMapping("/row")
    String row(@PathVariable String table, @RequestParam(defaultValue = "") String key, Model model) {
        Table found = TablesController.found(table);
        if (key.isEmpty()) {
            return page(found, Map.of(), true, "", null, model);
        }
        Map<String, String> cells = cells(found, key);
        return page(found, cells, false, digest(cells), null, model);
    }

    private static String digest(Map<String, String> cells) {
        return TableExport.digest(List.copyOf(cells.values()));
    }

    private Map<String, String> cells(Table table, String key) {
        List<String> row = export.row(table, TablesController.clean(key));
        if (row == null) {
            throw Problem.notFound("没有“" + key + "”这一行", "There is no row “" + key + "”");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < row.size(); at++) {
            cells.put(table.columns().get(at).name(), row.get(at));
        }
        return cells;
    }

    @PostMapping("/row")
    String save(
            @PathVariable String table,
            @RequestParam Map<String, String> typed,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        Table found = TablesController.found(table);
        Map<String, String> cells = new LinkedHashMap<>();
        for (Column column : found.columns()) {
            cells.put(column.name(), typed.getOrDefault(column.name(), ""));
        }
        boolean added = "true".equals(typed.get("added"));
        String shown = typed.getOrDefault("shown", "");
        try {
            imports.row(Actor.of(visitor.id()), found, cells, added, shown);
            return "redirect:/admin/network/" + found.name() + "?done=saved";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return page(found, cells, added, shown, problem.labelled(found::titleOf), model);
        }
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String shown,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        Table found = TablesController.found(table);
        try {
            imports.remove(Actor.of(visitor.id()), found, TablesController.clean(key), shown);
            return "redirect:/admin/network/" + found.name() + "?done=removed";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            Map<String, String> cells = cells(found, key);
            return page(found, cells, false, digest(cells), problem.labelled(found::titleOf), model);
        }
    }

    private String page(
            Table table,
            Map<String, String> cells,
            boolean added,
            String shown,
            @Nullable Problem problem,
            Model model) {
        model.addAttribute("table", table);
        model.addAttribute(
                "choices", table.columns().stream().collect(Collectors.toMap(Column::name, export::choices)));
        model.addAttribute("cells", cells);
        model.addAttribute("added", added);
        model.addAttribute("shown", shown);
        model.addAttribute("problem", problem);
        return "network/row";
    }
}
