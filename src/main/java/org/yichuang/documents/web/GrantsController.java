package org.yichuang.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yichuang.documents.Granted;
import org.yichuang.documents.Letters;
import org.yichuang.documents.Verification;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;

/** Licences granted, for everybody to read (AL 40). */
@Controller
@Access(Role.ANYONE)
class GrantsController {
    private static final List<String> COLUMNS = List.of(
            "许可事项 item",
            "被许可人 holder",
            "决定日期 granted",
            "决定书编号 decision",
            "机关 authority",
            "决定书状态 status",
            "证照 certificate",
            "证照编号 number",
            "有效期至 valid until",
            "证照状态 certificate status");

    private final Letters letters;

    GrantsController(Letters letters) {
        this.letters = letters;
    }

    @GetMapping("/grants")
    String grants(
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("holder", holder);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("export", address("/grants.csv", holder, from, to, ""));
        try {
            var page = letters.granted(holder, DayRange.read(from, to), after, Page.DEFAULT_SIZE);
            model.addAttribute("grants", page.items());
            model.addAttribute("next", page.next() == null ? null : address("/grants", holder, from, to, page.next()));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
        }
        return "documents/grants";
    }

    /** The list as a file. */
    @GetMapping("/grants.csv")
    void file(
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        DayRange days = DayRange.read(from, to);
        Csv.send(
                response,
                "grants",
                COLUMNS,
                after -> letters.granted(holder, days, after, Page.MAX_SIZE),
                GrantsController::row);
    }

    private static void row(Csv csv, Granted granted) {
        Verification decision = granted.decision();
        Verification certificate = granted.certificate();
        csv.row(
                decision.item(),
                decision.addressee(),
                decision.date(),
                decision.number(),
                decision.issuer(),
                decision.status(),
                certificate == null ? null : certificate.title(),
                certificate == null ? null : certificate.number(),
                certificate == null ? null : certificate.validUntil(),
                certificate == null ? null : certificate.status());
    }

    private static String address(String path, String holder, String from, String to, String after) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("holder", "{holder}")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(holder, from, to, after)
                .toUriString();
    }
}
