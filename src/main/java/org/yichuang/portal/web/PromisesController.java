package org.yichuang.portal.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Target;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;

/** What the figures of the city's promises count, as page and file. */
@Controller
@Access(Role.ANYONE)
class PromisesController {
    private final Promises promises;

    PromisesController(Promises promises) {
        this.promises = promises;
    }

    /** @param of only what this figure counts */
    @GetMapping("/promises")
    String page(@RequestParam(required = false) @Nullable Target of, Model model) {
        model.addAttribute("page", PromisesPage.of(of, promises.now()));
        return "portal/promises";
    }

    @GetMapping("/promises.csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) @Nullable Target of) {
        Csv csv = Csv.of(
                "代码 code",
                "名称 name",
                "英文名称 name_en",
                "法定时限 statutory_amount",
                "单位 statutory_unit",
                "承诺时限 promised_amount",
                "单位 promised_unit",
                "办结件数 closed",
                "合计用时（工作日） working_days",
                "平均用时（工作日） mean_working_days",
                "有期限的件数 dated",
                "按时件数 on_time");
        for (PromisesPage.Row row : PromisesPage.of(of, promises.now()).rows()) {
            Limit statutory = row.statutory();
            Limit promised = row.promised();
            csv.row(
                    row.code(),
                    row.name().zh(),
                    row.name().en(),
                    statutory == null ? null : statutory.amount(),
                    statutory == null ? null : statutory.unit(),
                    promised == null ? null : promised.amount(),
                    promised == null ? null : promised.unit(),
                    row.closed(),
                    row.days(),
                    row.mean(),
                    row.dated(),
                    row.onTime());
        }
        return csv.answer("promises");
    }
}
