package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import tools.jackson.databind.json.JsonMapper;

/** The published items as open data: everything as JSON, the main facts as CSV. */
@Controller
@Access(Role.ANYONE)
class OpenDataController {
    private final Catalogue catalogue;
    private final JsonMapper json;

    OpenDataController(Catalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    @GetMapping("/open-data")
    String page(Model model) {
        model.addAttribute("items", catalogue.all().size());
        model.addAttribute("columns", OpenDataColumn.ALL);
        return "catalogue/openData";
    }

    @GetMapping("/open-data/items.json")
    void json(HttpServletResponse response) throws IOException {
        List<ItemVersion> items = items(); // all of them, or a problem
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Content-Disposition", "attachment; filename=\"items.json\"");
        json.writeValue(response.getOutputStream(), items);
    }

    @GetMapping("/open-data/items.csv")
    ResponseEntity<byte[]> csv() {
        Csv csv = Csv.of(OpenDataColumn.ALL.stream().map(OpenDataColumn::name).toArray(String[]::new));
        items().forEach(item -> csv.row(OpenDataColumn.ALL.stream()
                .map(column -> column.value().apply(item, catalogue))
                .toArray()));
        return csv.answer("items");
    }

    private List<ItemVersion> items() {
        return catalogue.all().stream()
                .flatMap(card -> catalogue.published(card.code()).stream())
                .toList();
    }
}
