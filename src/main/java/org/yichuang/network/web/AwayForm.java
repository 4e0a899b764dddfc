package org.yichuang.network.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.network.cover.Covering;
import org.yichuang.shared.Days;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/** An absence as it was typed. */
public record AwayForm(String from, String to, String reason) {
    public static final Text FIRST = Text.of("第一天", "First day");
    public static final Text LAST = Text.of("最后一天", "Last day");
    static final AwayForm EMPTY = new AwayForm("", "", "");

    void report(Covering covering, Visitor visitor) {
        List<FieldError> wrong = new ArrayList<>();
        LocalDate first = day("from", FIRST, from, wrong);
        LocalDate last = day("to", LAST, to, wrong);
        if (first == null || last == null) {
            throw Problem.invalid(wrong);
        }
        covering.report(visitor, first, last, reason);
    }

    private static @Nullable LocalDate day(String field, Text label, String typed, List<FieldError> wrong) {
        try {
            return Days.parse(typed);
        } catch (DateTimeException e) {
            wrong.add(new FieldError(field, Text.of("日期写成 2026-10-12", "Write the day as 2026-10-12"), label));
            return null;
        }
    }
}
