package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.catalogue.CatalogueImport;
import org.yichuang.catalogue.document.ItemCsv;
import org.yichuang.journal.Actor;
import org.yichuang.shared.PlainFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Upload;
import org.yichuang.shared.web.Visitor;

/** A list of items as CSV becomes drafts, or nothing does and every bad row is named. */
@Controller
@RequestMapping("/admin/items/import")
@Access(Role.ADMINISTRATOR)
class ImportController {
    private final CatalogueImport imports;

    ImportController(CatalogueImport imports) {
        this.imports = imports;
    }

    @GetMapping
    String form(Model model) {
        return show(null, null, model);
    }

    @PostMapping
    String load(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Visitor visitor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            ItemCsv.Drafts drafts = imports.drafts(PlainFile.csv(Upload.of(file)), Actor.of(visitor.id()));
            return show(drafts, null, model);
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return show(null, problem, model);
        }
    }

    private static String show(ItemCsv.@Nullable Drafts drafts, @Nullable Problem problem, Model model) {
        model.addAttribute("drafts", drafts);
        model.addAttribute("problem", problem);
        return "catalogue/adminImport";
    }
}
