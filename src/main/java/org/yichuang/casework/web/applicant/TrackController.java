package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Tracked;
import org.yichuang.casework.web.Clocks;
import org.yichuang.casework.web.ExplainCsv;
import org.yichuang.casework.web.ExplainPage;
import org.yichuang.casework.web.ExplainPages;
import org.yichuang.casework.web.TimelineRow;
import org.yichuang.identity.Attempts;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.ProblemAnswer;
import org.yichuang.shared.web.Role;

/** Where a case stands, for who has its query code; no sign-in. */
@Controller
@RequestMapping("/track")
@Access(Role.ANYONE)
class TrackController {
    private static final Text NO_CODE = Text.of(
            "没有对得上的办件，请对照收件凭证再看一遍：查询码是十位，里面没有 0、O、1、I，它不是办件号",
            "No case fits: compare it with your receipt. The code has ten characters, never 0, O, 1 or I; it is not the"
                    + " case number");
    /** Says nothing of which of the two there is. */
    private static final Text NOT_BOTH = Text.of(
            "没有对得上的办件，请对照同一张收件凭证：办件号像 XH26-004172-7；查询码是十位，里面没有 0、O、1、I。也可以把办件号清空，只凭查询码查",
            "No case fits both: compare them with one and the same receipt. The number looks like XH26-004172-7; the"
                    + " code has ten characters, never 0, O, 1 or I. Or clear the number: the code is enough");

    /** A case number without its dashes, longer than any query code. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}\\d{9,15}");

    private final Cases cases;
    private final Clocks clocks;
    private final ExplainPages explanations;
    private final Pickup.Finder pickups;
    private final Attempts attempts;

    TrackController(Cases cases, Clocks clocks, ExplainPages explanations, Pickup.Finder pickups, Attempts attempts) {
        this.cases = cases;
        this.clocks = clocks;
        this.explanations = explanations;
        this.pickups = pickups;
        this.attempts = attempts;
    }

    /**
     * @param code the query code; one that was typed in the box of the number is taken too
     * @param number the case number, where somebody has it at hand too: then both have to fit
     */
    @GetMapping
    String find(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "") String number,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (code == null) {
            return ask("", number, null, model);
        }
        if (!number.isBlank() && !numbered(number) && (code.isBlank() || numbered(code))) {
            return find(number, code, model, request, response);
        }
        if (code.isBlank()) {
            response.setStatus(422);
            Text empty = Text.of(
                    "请填写查询码，在收件凭证上；只有办件号查不到",
                    "Please enter the query code on your receipt; the number alone is not enough");
            return ask("", number, Problem.invalid(List.of(new Problem.FieldError("code", empty))), model);
        }
        try {
            Tracked tracked = tracked(code, request);
            if (!number.isBlank() && !dashless(tracked.number()).equals(dashless(plain(number)))) {
                throw Problem.notFound("办件号和查询码不是同一件", "Number and code are not of one case");
            }
            return "redirect:/track/" + tracked.queryCode();
        } catch (TooMany many) {
            ProblemAnswer.status(many, response);
            return ask(code, number, many, model);
        } catch (Problem problem) {
            if (problem.status() != 404 && problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            Text none = number.isBlank() ? NO_CODE : NOT_BOTH;
            return ask(code, number, Problem.invalid(List.of(new Problem.FieldError("code", none))), model);
        }
    }

    @GetMapping("/{code}")
    String track(@PathVariable String code, Model model, HttpServletRequest request) {
        Tracked tracked = tracked(code, request);
        TimelineRow next =
                Expected.next(tracked.state(), tracked.intakeDue(), tracked.due(), tracked.way(), clocks.now());
        model.addAttribute(
                "page",
                new TrackedPage(
                        tracked,
                        clocks.of(tracked).orElse(null),
                        TimelineRow.of(tracked.timeline(), next),
                        pickups.of(tracked.unit())));
        return "casework/applicant/tracked";
    }

    @GetMapping("/{code}/explain")
    String explain(@PathVariable String code, Model model, HttpServletRequest request) {
        model.addAttribute("page", explained(code, request));
        return "casework/applicant/explain";
    }

    @GetMapping("/{code}/explain.csv")
    ResponseEntity<byte[]> ledger(@PathVariable String code, HttpServletRequest request) {
        return ExplainCsv.of(explained(code, request));
    }

    private Tracked tracked(String code, HttpServletRequest request) {
        return attempts.lookingUp(request.getRemoteAddr(), () -> cases.track(plain(code)));
    }

    private ExplainPage explained(String code, HttpServletRequest request) {
        String tidy = plain(code);
        var frame = new ExplainPage.Frame("/track", Text.of("查办件", "Track a case"), "/track/" + tidy);
        return attempts.lookingUp(request.getRemoteAddr(), () -> explanations.tracked(tidy, frame));
    }

    /** As people type it: small letters, full-width ones, with or without the dash. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean numbered(String typed) {
        return NUMBER.matcher(dashless(plain(typed))).matches();
    }

    private static String dashless(String number) {
        return number.replaceAll("\\p{Pd}", "");
    }

    private static String ask(String typed, String number, @Nullable Problem problem, Model model) {
        model.addAttribute("typed", typed).addAttribute("number", number).addAttribute("problem", problem);
        return "casework/applicant/track";
    }
}
