package org.yichuang.catalogue.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Topic;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.shared.Problem;
import org.yichuang.shared.pdf.PdfRenderer;
import org.yichuang.shared.pdf.QrCode;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;

/** The guide of an item: page, print and PDF from one and the same version. */
@Controller
@RequestMapping("/items/{code}")
@Access(Role.ANYONE)
class GuideController {
    private final Catalogue catalogue;
    private final Where.Finder places;
    private final ItemRecord.Source records;
    private final TemplateEngine templates;
    private final PdfRenderer pdf;
    private final GuidePapers papers;
    private final LocalRules rules;
    private final Clock clock;
    private final String address;

    GuideController(
            Catalogue catalogue,
            Where.Finder places,
            ItemRecord.Source records,
            TemplateEngine templates,
            PdfRenderer pdf,
            GuidePapers papers,
            LocalRules rules,
            Clock clock,
            @Value("${yichuang.address}") String address) {
        this.catalogue = catalogue;
        this.places = places;
        this.records = records;
        this.templates = templates;
        this.pdf = pdf;
        this.papers = papers;
        this.rules = rules;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    @GetMapping
    String page(
            @PathVariable String code,
            @RequestParam(name = "in", required = false) @Nullable String in,
            Model model,
            HttpServletResponse response) {
        Optional<VersionInfo> retired = catalogue.retired(code);
        if (retired.isPresent()) {
            return gone(retired.get(), model, response);
        }
        model.addAttribute("page", page(catalogue.inForce(code), in));
        return "catalogue/guide";
    }

    /** What the item is called, since when it is not offered, and what is offered instead. */
    private String gone(VersionInfo last, Model model, HttpServletResponse response) {
        Problem gone = Catalogue.gone(last);
        response.setStatus(gone.status());
        ItemVersion item = catalogue.version(last.code(), last.version());
        model.addAttribute("item", item);
        model.addAttribute("gone", gone);
        model.addAttribute("theme", theme(item));
        model.addAttribute("related", related(item));
        return "catalogue/retired";
    }

    @GetMapping("/print")
    String print(
            @PathVariable String code, @RequestParam(name = "in", required = false) @Nullable String in, Model model) {
        GuidePage page = page(catalogue.inForce(code), in);
        model.addAttribute("page", page);
        model.addAttribute("address", address(page));
        model.addAttribute("pdf", false);
        return "catalogue/guidePaper";
    }

    @GetMapping("/guide.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String code, @RequestParam(name = "in", required = false) @Nullable String in, Ui ui) {
        ItemVersion item = catalogue.inForce(code);
        GuidePage page = page(item, in);
        var paper = new GuidePapers.Paper(item.code(), item.version(), page.in(), ui.lang(), ui.today());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + item.code() + ".pdf\"")
                .body(papers.of(paper, () -> printed(page, ui)));
    }

    private byte[] printed(GuidePage page, Ui ui) {
        var paper = new StringOutput();
        templates.render(
                "catalogue/guidePaper.jte",
                Map.of("ui", ui, "page", page, "address", address(page), "pdf", true),
                paper);
        return pdf.render(paper.toString(), clock.instant(), Map.of("qr", QrCode.of(address(page))));
    }

    /** The table under the drawing of the item's record. */
    @GetMapping("/record.csv")
    ResponseEntity<byte[]> record(@PathVariable String code) {
        ItemRecord done = records.of(catalogue.inForce(code).code())
                .orElseThrow(() -> Problem.notFound("这个事项还没有办结的件", "Nothing was decided of this item yet"));
        Csv csv = Csv.of("用时（工作日） working_days", "办结件数 cases", "超期件数 late");
        done.days().forEach(bucket -> csv.row(bucket.days(), bucket.cases(), bucket.late()));
        return csv.answer(code + "-record");
    }

    private String address(GuidePage page) {
        return address + "/items/" + page.item().code() + page.in();
    }

    private GuidePage page(ItemVersion item, @Nullable String in) {
        ItemRecord done = records.of(item.code()).orElse(null);
        return new GuidePage(
                item,
                catalogue.department(item.department()),
                LimitScale.of(item, done),
                done,
                theme(item),
                related(item),
                places.of(item, in),
                rules);
    }

    private List<ItemCard> related(ItemVersion item) {
        return item.related().stream()
                .map(catalogue::card)
                .flatMap(Optional::stream)
                .toList();
    }

    private @Nullable Topic theme(ItemVersion item) {
        return catalogue.topics(Topic.Kind.THEME).stream()
                .filter(topic ->
                        !item.themes().isEmpty() && item.themes().getFirst().equals(topic.key()))
                .findFirst()
                .orElse(null);
    }
}
