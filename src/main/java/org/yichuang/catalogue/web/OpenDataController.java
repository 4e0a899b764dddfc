package org.yichuang.catalogue.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.shared.Cells;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import tools.jackson.databind.json.JsonMapper;

/** The published items as open data: everything as JSON, the main facts as CSV. */
@Controller
@Access(Role.ANYONE)
class OpenDataController {
    private static final String BOM = "\uFEFF";
    private static final String[] COLUMNS = {
        "code",
        "version",
        "name",
        "name_en",
        "summary",
        "summary_en",
        "type",
        "department",
        "department_name",
        "audience",
        "levels",
        "statutory_amount",
        "statutory_unit",
        "promised_amount",
        "promised_unit",
        "on_the_spot",
        "online",
        "themes",
        "life_events"
    };

    private final Catalogue catalogue;
    private final JsonMapper json;

    OpenDataController(Catalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    @GetMapping("/open-data")
    String page(org.springframework.ui.Model model) {
        model.addAttribute("items", catalogue.all().size());
        return "catalogue/openData";
    }

    @GetMapping("/open-data/items.json")
    ResponseEntity<StreamingResponseBody> json() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"items.json\"")
                .body(out -> {
                    try (var generator = json.createGenerator(out)) {
                        generator.writeStartArray();
                        for (ItemCard card : catalogue.all()) {
                            catalogue.published(card.code()).ifPresent(generator::writePOJO);
                        }
                        generator.writeEndArray();
                    }
                });
    }

    @GetMapping("/open-data/items.csv")
    ResponseEntity<StreamingResponseBody> csv() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"items.csv\"")
                .body(out -> {
                    var text = new StringBuilder(BOM);
                    try (var printer = new CSVPrinter(
                            text, CSVFormat.RFC4180.builder().setHeader(COLUMNS).get())) {
                        for (ItemCard card : catalogue.all()) {
                            printer.printRecord(Arrays.stream(row(card)).map(cell -> Cells.harmless(cell.toString())));
                        }
                    }
                    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                });
    }

    private Object[] row(ItemCard card) {
        Limit law = card.statutory();
        Limit vow = card.promised();
        return new Object[] {
            card.code(),
            card.version(),
            card.name().zh(),
            card.name().en(),
            card.summary().zh(),
            card.summary().en(),
            card.type().text().zh(),
            card.department(),
            catalogue.department(card.department()).zh(),
            names(card.audience()),
            names(card.levels()),
            law == null ? "" : law.amount(),
            law == null ? "" : law.unit(),
            vow == null ? "" : vow.amount(),
            vow == null ? "" : vow.unit(),
            card.onTheSpot(),
            card.online(),
            String.join(" ", card.themes()),
            String.join(" ", card.lifeEvents())
        };
    }

    private static String names(java.util.List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
