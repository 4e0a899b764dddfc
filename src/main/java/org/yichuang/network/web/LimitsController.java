package org.yichuang.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.UnknownYear;
import org.yichuang.network.limits.Limits;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;

/** Computes any limit and explains it day by day, for anyone; the question is the address. */
@Controller
@Access(Role.ANYONE)
class LimitsController {
    private final Limits limits;

    LimitsController(Limits limits) {
        this.limits = limits;
    }

    @GetMapping("/limits")
    String limits(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
        LimitForm form = LimitForm.of(parameters);
        model.addAttribute("form", form);
        try {
            if (form.isAsked()) {
                answer(limits.compute(form.question()), form, model);
            }
        } catch (Problem problem) {
            response.setStatus(problem.status());
            model.addAttribute("problem", LimitForm.named(problem));
        }
        return "network/limits";
    }

    private static void answer(Limits.Computed computed, LimitForm form, Model model) {
        switch (computed.explained()) {
            case UnknownYear unknown -> model.addAttribute("unknownYear", unknown.year());
            case Explanation known -> {
                model.addAttribute("unknownYear", known.due().unknownYear());
                model.addAttribute("answer", LimitPage.of(known, computed.clock(), computed.now()));
                model.addAttribute("csvHref", form.to("/limits.csv"));
            }
        }
    }

    @GetMapping(path = "/limits.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<byte[]> export(@RequestParam Map<String, String> parameters) {
        Limits.Computed computed = limits.compute(LimitForm.of(parameters).question());
        var answer = switch (computed.explained()) {
            case UnknownYear unknown -> throw unknown(unknown.year());
            case Explanation known -> LimitPage.of(known, computed.clock(), computed.now());
        };
        var csv = Csv.of("from", "to", "counted", "计不计", "why", "为什么");
        answer.story()
                .ledger()
                .forEach(row -> csv.row(
                        row.from(),
                        row.to(),
                        row.count().en(),
                        row.count().zh(),
                        row.reason().en(),
                        row.reason().zh()));
        return csv.answer("limit");
    }

    private static Problem unknown(int year) {
        return new Problem(
                422,
                "unknown-year",
                Text.of(
                        year + " 年的放假安排不在日历里，到期日还算不出来",
                        "The holidays of " + year + " are not in the calendar; the due date cannot be computed yet"),
                List.of());
    }
}
