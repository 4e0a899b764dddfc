package org.yichuang.documents.letter;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.shared.Demo;
import org.yichuang.shared.pdf.PdfRenderer;
import org.yichuang.shared.pdf.QrCode;
import org.yichuang.shared.web.Ui;

/** Prints a letter: text to page, page to PDF. */
@Component
class Press {
    private final TemplateEngine templates;
    private final PdfRenderer renderer;
    private final String address;
    private final Demo demo;

    Press(TemplateEngine templates, PdfRenderer renderer, @Value("${yichuang.address}") String address, Demo demo) {
        this.templates = templates;
        this.renderer = renderer;
        this.address = address.replaceAll("/+$", "") + "/verify";
        this.demo = demo;
    }

    byte[] print(LetterContent letter) {
        Instant at = letter.date().atStartOfDay(Ui.ZONE).toInstant();
        var seal = new Seal(renderer::outline, letter.issuer().name(), demo.is());
        var qr = QrCode.of(address + "/" + letter.code());
        return renderer.render(page(letter), at, Map.of("seal", seal, "qr", qr));
    }

    private String page(LetterContent letter) {
        var page = new StringOutput();
        String template = letter.kind() == LetterKind.CERTIFICATE ? "letter/certificate.jte" : "letter/letter.jte";
        templates.render(template, Map.of("paper", new Paper(letter, address, demo.is())), page);
        return page.toString();
    }
}
