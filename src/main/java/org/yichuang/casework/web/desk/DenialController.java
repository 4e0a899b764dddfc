package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Cases;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.Denials;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/**
 * The supervising unit's desk: every "no" that left a window, to be upheld, questioned or reversed; and what it asks an
 * officer's unit about one, to be answered.
 */
@Controller
@Access(Role.SUPERVISOR)
class DenialController {
    /** What the page says once it is done. */
    private static final Map<String, Text> DONE = Map.of(
            "upheld", Text.of("已维持，复核结束。", "Upheld; its review is over."),
            "questioned", Text.of("已质询，等经办单位答复。", "Questioned; the unit has to answer."),
            "reversed", Text.of("已撤销，发出的文书作废。", "Reversed; the letter is void."),
            "answered", Text.of("已答复，监督单位接着复核。", "Answered; the supervising unit goes on with its review."));

    private final Denials denials;
    private final Cases cases;
    private final Network network;

    DenialController(Denials denials, Cases cases, Network network) {
        this.denials = denials;
        this.cases = cases;
        this.network = network;
    }

    @GetMapping("/desk/denials")
    String list(
            Visitor visitor,
            @RequestParam(defaultValue = "false") boolean reviewed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("done", DONE.get(done));
        return list(visitor, reviewed, after, Written.NOTHING, model);
    }

    private String list(Visitor visitor, boolean reviewed, @Nullable String after, Written typed, Model model) {
        Page<DenialRow> page = denials.list(visitor, reviewed, after);
        model.addAttribute("rows", page.items());
        model.addAttribute("posts", posts(page.items()));
        model.addAttribute("reasons", reasons(visitor, page.items()));
        model.addAttribute(
                "own",
                denials.own(visitor, page.items().stream().map(DenialRow::id).toList()));
        model.addAttribute("judging", denials.judging(visitor, page.items()));
        model.addAttribute("next", Optional.ofNullable(page.next()).orElse(""));
        model.addAttribute("after", Optional.ofNullable(after).orElse(""));
        model.addAttribute("reviewed", reviewed);
        model.addAttribute("limit", denials.reviewLimit());
        model.addAttribute("unanswered", reviewed ? 0 : denials.unanswered(visitor));
        model.addAttribute("typed", typed);
        return "casework/desk/denials";
    }

    /** What the posts are called, with their units; one that is no more is left out. */
    private Map<String, Text> posts(List<DenialRow> rows) {
        Map<String, Text> posts =
                network.postNames(rows.stream().map(DenialRow::post).toList());
        var names = new HashMap<String, Text>();
        for (DenialRow row : rows) {
            Text unit = network.unit(row.unit()).map(Unit::name).orElse(Text.same(row.unit()));
            Text post = posts.get(row.post());
            if (post != null) {
                names.put(row.post(), Text.of(unit.zh() + " " + post.zh(), unit.en() + ", " + post.en()));
            }
        }
        return names;
    }

    /** Why it was refused, by the denial, from the record where it was reversed since: other denials give no reasons but what the applicant was told. */
    private Map<UUID, String> reasons(Visitor visitor, List<DenialRow> rows) {
        List<DenialRow> refused =
                rows.stream().filter(row -> row.act() == ActKind.REFUSE).toList();
        var reasons = new HashMap<>(
                denials.reasons(visitor, refused.stream().map(DenialRow::caseId).toList()));
        refused.stream()
                .filter(row -> !reasons.containsKey(row.id()))
                .forEach(row -> cases.timeline(visitor, row.caseId()).stream()
                        .dropWhile(entry ->
                                !row.id().toString().equals(entry.payload().get("denial")))
                        .filter(entry -> entry.payload().get("reasons") instanceof String)
                        .findFirst()
                        .ifPresent(decided -> reasons.put(
                                row.id(), String.valueOf(decided.payload().get("reasons")))));
        return reasons;
    }

    /** The list, whole. */
    @GetMapping("/desk/denials/export.csv")
    void export(Visitor visitor, @RequestParam(defaultValue = "false") boolean reviewed, HttpServletResponse response)
            throws IOException {
        var posts = new HashMap<String, Text>();
        Csv.send(
                response,
                "denials",
                List.of(
                        "办件号 number",
                        "事项 item",
                        "动作 act",
                        "理由 reason",
                        "依据 article",
                        "告知 told",
                        "经办 officer",
                        "单位 unit",
                        "岗位 post",
                        "报备 filed",
                        "复核 review",
                        "复核期限 review due",
                        "质询 question",
                        "答复 answer"),
                after -> {
                    Page<DenialRow> page = denials.list(visitor, reviewed, after, Page.MAX_SIZE);
                    posts.putAll(network.postNames(
                            page.items().stream().map(DenialRow::post).toList()));
                    return page;
                },
                (csv, row) -> line(csv, row, posts));
    }

    private void line(Csv csv, DenialRow row, Map<String, Text> posts) {
        var review = row.review();
        var reply = row.reply();
        boolean asked = row.open() && !row.waits();
        csv.row(
                row.number(),
                row.itemName().zh(),
                row.act().text().zh(),
                row.filing().reason().text().zh(),
                row.filing().article(),
                row.filing().told(),
                row.officer(),
                network.unit(row.unit()).map(unit -> unit.name().zh()).orElse(row.unit()),
                posts.containsKey(row.post()) ? posts.get(row.post()).zh() : row.post(),
                Csv.moment(row.filedAt()),
                review == null ? "" : review.judgement().text().zh() + " " + review.remark(),
                asked || row.reviewDue() == null ? "" : Csv.moment(row.reviewDue()),
                reply != null ? reply.question() : asked && review != null ? review.remark() : "",
                reply == null ? "" : reply.answer());
    }

    @PostMapping("/desk/denials/{id}")
    String review(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam String judgement,
            @RequestParam String remark,
            @RequestParam(required = false) @Nullable String after,
            HttpServletResponse response,
            Model model) {
        try {
            Judgement judged = judgement(judgement);
            denials.review(visitor, id, judged, remark);
            return "redirect:/desk/denials?done=" + judged.name().toLowerCase(Locale.ROOT);
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return list(visitor, false, after, Written.of(id, remark, problem), model);
        }
    }

    @GetMapping("/desk/questions")
    @Access(Role.OFFICER)
    String questions(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("done", DONE.get(done));
        return questions(visitor, after, Written.NOTHING, model);
    }

    @PostMapping("/desk/questions/{id}")
    @Access(Role.OFFICER)
    String answer(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam String answer,
            @RequestParam(required = false) @Nullable String after,
            HttpServletResponse response,
            Model model) {
        try {
            denials.answer(visitor, id, answer);
            return "redirect:/desk/questions?done=answered";
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return questions(visitor, after, Written.of(id, answer, problem), model);
        }
    }

    private String questions(Visitor visitor, @Nullable String after, Written typed, Model model) {
        Page<DenialRow> page = denials.questions(visitor, after);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", Optional.ofNullable(page.next()).orElse(""));
        model.addAttribute("after", Optional.ofNullable(after).orElse(""));
        model.addAttribute("typed", typed);
        return "casework/desk/questions";
    }

    private static Judgement judgement(String name) {
        try {
            return Judgement.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("judgement", "请选维持、质询或撤销", "Choose to uphold, question or reverse");
        }
    }
}
