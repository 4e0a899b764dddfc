package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.catalogue.Topics;
import org.yichuang.catalogue.document.TopicCsv;
import org.yichuang.journal.Actor;
import org.yichuang.shared.PlainFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Upload;
import org.yichuang.shared.web.Visitor;

/** The city's themes and life events, for the administrator: look at them, take them out, bring them in again. */
@Controller
@RequestMapping("/admin/items/topics")
@Access(Role.ADMINISTRATOR)
class TopicsController {
    private final Topics topics;

    TopicsController(Topics topics) {
        this.topics = topics;
    }

    @GetMapping
    String list(Model model) {
        return show(null, null, model);
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export() {
        Csv csv = Csv.of(TopicCsv.COLUMNS.toArray(String[]::new));
        topics.all()
                .forEach(topic -> csv.row(
                        topic.kind(),
                        topic.key(),
                        topic.name().zh(),
                        topic.name().en(),
                        topic.audience()));
        return csv.answer("topics");
    }

    @PostMapping
    String replace(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Visitor visitor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            return show(topics.replace(PlainFile.csv(Upload.of(file)), Actor.of(visitor.id())), null, model);
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return show(null, problem, model);
        }
    }

    private String show(Topics.@Nullable TopicChanges done, @Nullable Problem problem, Model model) {
        model.addAttribute("topics", topics.all());
        model.addAttribute("done", done);
        model.addAttribute("problem", problem);
        return "catalogue/adminTopics";
    }
}
