package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The materials of an application: hand in, replace, take back. */
@Controller
@RequestMapping("/apply/draft/{id}/materials")
@Access({Role.RESIDENT, Role.COMPANY})
class MaterialsController {
    private final Drafts drafts;
    private final Drafting drafting;
    private final Uploads uploads;

    MaterialsController(Drafts drafts, Drafting drafting, Uploads uploads) {
        this.drafts = drafts;
        this.drafting = drafting;
        this.uploads = uploads;
    }

    @GetMapping
    String materials(Visitor visitor, @PathVariable UUID id, Model model) {
        model.addAttribute("page", drafting.opened(visitor, id));
        return "casework/applicant/materials";
    }

    /** @param replaces the file that the new one takes the place of */
    @PostMapping("/{material}")
    String upload(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam(defaultValue = "") List<MultipartFile> file,
            @RequestParam(required = false) @Nullable UUID replaces,
            Model model,
            HttpServletResponse response) {
        DraftPage page = drafting.opened(visitor, id);
        Material asked = known(page, material);
        try {
            hand(visitor, id, asked, file, replaces);
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            String field = "materials." + material;
            model.addAttribute(
                    "problem",
                    Problem.invalid(problem.errors().stream()
                            .map(error -> error.at(field).about(asked.name()))
                            .toList()));
            return materials(visitor, id, model);
        }
        return "redirect:" + page.href() + "/materials#m-" + material;
    }

    @PostMapping("/{material}/remove")
    String remove(Visitor visitor, @PathVariable UUID id, @PathVariable String material, @RequestParam UUID file) {
        drafts.detach(visitor, id, file);
        return "redirect:/apply/draft/" + id + "/materials#m-" + material;
    }

    private void hand(Visitor visitor, UUID id, Material material, List<MultipartFile> files, @Nullable UUID replaces) {
        Uploads.Taken taken = uploads.take(visitor, material, files);
        taken.files().forEach(each -> drafts.attach(visitor, id, each));
        taken.whole();
        if (taken.files().isEmpty()) {
            throw Problem.invalid("file", "还没有选文件", "No file was chosen");
        }
        if (replaces != null) {
            drafts.detach(visitor, id, replaces);
        }
    }

    private static Material known(DraftPage page, String code) {
        return page.materials().stream()
                .filter(material -> material.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这件事不要这份材料", "This service asks for no such material"));
    }
}
