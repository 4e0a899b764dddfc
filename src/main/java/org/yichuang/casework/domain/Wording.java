package org.yichuang.casework.domain;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.Defect;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.LetterContent.Row;

/** Words of letters; letters are in Chinese. */
final class Wording {
    private Wording() {}

    /** A defect as the notice says it. */
    static String point(Defect defect, ItemVersion item) {
        return what(defect, item) + "：" + stop(defect.wrong()) + defect.mend();
    }

    /** A row with a due instant, or none where there is no such instant. */
    static List<Row> due(String label, @Nullable Instant due) {
        return due == null ? List.of() : List.of(new Row(label, day(due)));
    }

    /** The same for a limit that runs: where its end lies in a year whose days nobody knows yet, that is said. */
    static List<Row> due(String label, @Nullable Instant due, boolean unknownYear) {
        return due == null && unknownYear ? List.of(new Row(label, "待有关年份的放假安排公布后算定")) : due(label, due);
    }

    /** Until when it is answered (AL-32); and the law's own end, where that counts from the receipt and comes first. */
    static List<Row> answered(Intake intake) {
        List<Row> law = intake.leading() == ClockKind.STATUTE ? due("法定办结期限届满", intake.lawDue()) : List.of();
        return Stream.concat(due("受理期限", intake.due(), true).stream(), law.stream())
                .toList();
    }

    /** What the applicant is told beside the reasons. */
    static List<Row> told(CaseAct.Refuse refuse) {
        String told = refuse.filing().told();
        return told.equals(refuse.reasons()) ? List.of() : List.of(new Row("告知", told));
    }

    /** 2026年11月22日17:00. */
    static String day(Instant instant) {
        ZonedDateTime local = instant.atZone(WorkingCalendar.ZONE);
        return String.format(
                Locale.ROOT,
                "%d年%d月%d日%02d:%02d",
                local.getYear(),
                local.getMonthValue(),
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute());
    }

    private static String what(Defect defect, ItemVersion item) {
        if (defect.material() != null) {
            return item.material(defect.material())
                    .map(Material::name)
                    .orElseThrow()
                    .zh();
        }
        return defect.field() == null
                ? ""
                : item.form()
                        .field(defect.field())
                        .map(Field::label)
                        .orElseThrow()
                        .zh();
    }

    private static String stop(String sentence) {
        return sentence.matches("(?s).*[。！？.!?]\\s*") ? sentence : sentence + "。";
    }
}
