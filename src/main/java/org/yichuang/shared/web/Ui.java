package org.yichuang.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * What every page knows: its language, its visitor, the instant it was made. Templates take it as their first
 * parameter.
 *
 * @param path the path of this page, for the language switch and the current entry of a navigation
 * @param query its query string without {@code lang}, {@code type} and {@code keys}, or empty
 * @param large large type is on
 * @param keys single keys of the desk act
 * @param demo this database holds the demo city
 * @param csrf the value of the hidden field {@code _csrf} in every form
 * @param portal what the portal is called: 杭州市政务服务
 * @param frame gives the officer's frame once it is asked for, null outside the desk
 */
public record Ui(
        Lang lang,
        boolean large,
        boolean keys,
        boolean demo,
        Visitor visitor,
        String path,
        String query,
        String csrf,
        Instant now,
        Text portal,
        @Nullable Supplier<@Nullable DeskFrame> frame) {
    public static final ZoneId ZONE = Days.ZONE;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** A page of the desk, for who works there; unlike {@link #desk} it asks nothing. */
    public boolean atDesk() {
        return frame != null;
    }

    /**
     * The officer's frame, for what shows it: whoever asks first has what waits counted. Null outside the desk, and where
     * the database cannot be asked.
     */
    public @Nullable DeskFrame desk() {
        return frame == null ? null : frame.get();
    }

    /** The same page of the desk, or of none, that asks for no frame. */
    Ui withoutFrame() {
        return new Ui(
                lang, large, keys, demo, visitor, path, query, csrf, now, portal, frame == null ? null : () -> null);
    }

    public String t(String zh, String en) {
        return lang == Lang.EN ? en : zh;
    }

    public String t(Text text) {
        return text.in(lang);
    }

    public boolean en() {
        return lang == Lang.EN;
    }

    /**
     * The language of what somebody wrote, for the {@code lang} of its element: an officer's Chinese on an English page
     * is read out as Chinese. Null where it is in the page's own.
     */
    public @Nullable String langOf(String written) {
        return en() && written.codePoints().anyMatch(Ui::han) ? Lang.ZH.tag() : null;
    }

    private static boolean han(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** For the address of a form that may act once, however often its button is pressed. */
    public String once() {
        return IdempotencyKey.FIELD + "=" + UUID.randomUUID();
    }

    /** Whether a form was sent to this address, which is opened again: its words are put back by the browser. */
    public boolean sentBefore() {
        return query.contains(IdempotencyKey.FIELD + "=");
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** 2026年11月22日(周日), or 22 Nov 2026. */
    public String day(LocalDate day) {
        Text written = Days.written(day);
        return en() ? written.en() : written.zh() + "(" + weekday(day) + ")";
    }

    /** 周日, or Sun. */
    public String weekday(LocalDate day) {
        return t(Days.weekday(day.getDayOfWeek()));
    }

    /** 11月22日, or 22 Nov; of another year with that year. */
    public String shortDay(LocalDate day) {
        return t(Days.day(day, today()));
    }

    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, ZONE));
    }

    public String shortDay(Instant instant) {
        return shortDay(LocalDate.ofInstant(instant, ZONE));
    }

    /** 12月12日(周一), or Mon 12 Dec; of another year with that year. */
    public String nearDay(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZONE);
        return en() ? weekday(day) + " " + shortDay(day) : shortDay(day) + "(" + weekday(day) + ")";
    }

    /** 17:00. */
    public String time(Instant instant) {
        return Days.time(instant);
    }

    /** 20:36:08. */
    public String second(Instant instant) {
        return SECOND.format(ZonedDateTime.ofInstant(instant, ZONE));
    }

    /** Day and time. */
    public String moment(Instant instant) {
        return day(instant) + " " + time(instant);
    }

    /** 11月22日 10:24; of another year with that year. */
    public String shortMoment(Instant instant) {
        return t(Days.moment(instant, now));
    }

    /** This page in the other language. */
    public String otherLanguage() {
        return otherwise("lang", en() ? "zh" : "en");
    }

    /** This page in the other type size. */
    public String otherType() {
        return otherwise("type", large ? "normal" : "large");
    }

    /** This page with single keys turned off, or on. */
    public String otherKeys() {
        return otherwise("keys", keys ? "off" : "on");
    }

    private String otherwise(String choice, String value) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + choice + "=" + value;
    }

    /** The id of the message beside a field, for its {@code aria-describedby}; null: nothing is wrong with it. */
    public static @Nullable String errorOf(@Nullable Problem problem, String field) {
        return problem == null || problem.of(field) == null ? null : field + "-error";
    }

    /** The same with its hint, which is always there. */
    public static String hintAndErrorOf(@Nullable Problem problem, String field) {
        String error = errorOf(problem, field);
        return error == null ? field + "-hint" : field + "-hint " + error;
    }
}
