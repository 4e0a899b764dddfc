package org.yichuang.casework.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/** Days in words of both languages, where a model and not a template says them. */
public final class Days {
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Days() {}

    /** 10月12日, 12 Oct. */
    public static Text day(Instant at) {
        ZonedDateTime local = local(at);
        return Text.of(local.getMonthValue() + "月" + local.getDayOfMonth() + "日", EN_DAY.format(local));
    }

    /** 10月12日 17:00, 12 Oct 17:00. */
    public static Text moment(Instant at) {
        String time = " " + TIME.format(local(at));
        return Text.of(day(at).zh() + time, day(at).en() + time);
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(Ui.ZONE);
    }
}
