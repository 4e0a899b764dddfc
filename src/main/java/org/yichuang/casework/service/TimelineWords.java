package org.yichuang.casework.service;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Channel;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/** The record of a case in words, for applicants and officers alike. */
final class TimelineWords {
    private static final Map<String, Text> TITLES = Map.ofEntries(
            Map.entry("case.submitted", Text.of("提交申请", "Submitted")),
            Map.entry("case.noticed", Text.of("一次性告知补正", "Corrections asked for, once")),
            Map.entry("case.notice-allowed", Text.of("准许再次告知", "A second notice was allowed")),
            Map.entry("case.corrected", Text.of("当场更正", "Corrected on the spot")),
            Map.entry("case.supplemented", Text.of("补正材料", "Corrections handed in")),
            Map.entry("case.accepted", Text.of("受理", "Accepted")),
            Map.entry("case.deemed-accepted", Text.of("视为受理", "Deemed accepted")),
            Map.entry("case.declined", Text.of("不予受理", "Not accepted")),
            Map.entry("case.step-done", Text.of("完成一个环节", "A step was finished")),
            Map.entry("case.denial-filed", Text.of("否定报备，由监督单位复核", "Denial filed, for the supervising unit to review")),
            Map.entry("case.pause-proposed", Text.of("报请中止计时", "A pause was asked for")),
            Map.entry("case.extension-proposed", Text.of("报请延长期限", "An extension was asked for")),
            Map.entry("case.proposal-rejected", Text.of("报请没有获准", "The request was not approved")),
            Map.entry("case.proposal-taken-back", Text.of("报请收回", "The request was taken back")),
            Map.entry("case.paused", Text.of("中止计时", "The clock was paused")),
            Map.entry("case.resumed", Text.of("恢复计时", "The clock runs again")),
            Map.entry("case.extended", Text.of("延长期限", "The limit was extended")),
            Map.entry("case.granted", Text.of("准予", "Granted")),
            Map.entry("case.refused", Text.of("不予准许", "Refused")),
            Map.entry("case.delivery-chosen", Text.of("选择领取方式", "The way of delivery was chosen")),
            Map.entry("case.delivered", Text.of("送达", "Delivered")),
            Map.entry("case.closed", Text.of("办结", "Closed")),
            Map.entry("case.withdrawn", Text.of("撤回申请", "Withdrawn")),
            Map.entry("case.terminated", Text.of("终止办理", "Terminated")),
            Map.entry("case.reopened", Text.of("否定被撤销，继续办理", "The denial was reversed; the case is open again")),
            Map.entry("case.denial-reviewed", Text.of("否定报备已复核", "The denial was reviewed")),
            Map.entry("case.denial-answered", Text.of("答复质询", "The supervising unit's question was answered")),
            Map.entry("case.recomputed", Text.of("工作日历调整，重算时限", "The calendar was amended; due dates computed again")));

    /** AL-32: three different answers end an intake. */
    private static final Map<String, Text> DECLINED = Map.of(
            ActKind.NOT_NEEDED.slug(), Text.of("不予受理：不用办", "Not accepted: nothing has to be applied for"),
            ActKind.NOT_HERE.slug(), Text.of("不予受理：不归这里管", "Not accepted: another authority is competent"));

    /** A denial that is reversed without a case to open again is reviewed like those that are not. */
    private static final Map<String, Text> JUDGED = Map.of(
            Judgement.QUESTIONED.name(), Text.of("监督单位质询这项否定", "The supervising unit questions the denial"),
            Judgement.REVERSED.name(), Text.of("否定被撤销", "The denial was reversed"));

    private TimelineWords() {}

    /** What a kind is called where nothing is known of the case. */
    static Map<String, Text> titles() {
        return TITLES;
    }

    /** For who may not read what officers found. */
    static Text publicTitle(String kind, Map<String, Object> payload) {
        return kind.equals("case.step-done") ? step(payload, Text.of("办完", "Done")) : title(kind, payload);
    }

    private static Text step(Map<String, Object> payload, Text what) {
        return Text.of(
                text(payload, "name") + "：" + what.zh(),
                text(payload, "nameEn") + ": " + what.en().toLowerCase(Locale.ROOT));
    }

    static Text title(String kind, Map<String, Object> payload) {
        if (kind.equals("case.step-done")) {
            Text verdict = named(Verdict.values(), text(payload, "verdict"))
                    .map(Verdict::text)
                    .orElse(Text.of("", ""));
            return step(payload, verdict);
        }
        Text title = TITLES.getOrDefault(kind, Text.same(kind));
        if (kind.equals("case.denial-reviewed")) {
            return JUDGED.getOrDefault(text(payload, "judgement"), title);
        }
        if (kind.equals("case.delivered") && text(payload, "way").equals(DeliveryWay.POST.name())) {
            return payload.containsKey("again") ? Text.of("再次寄出", "Sent by post again") : Text.of("寄出", "Sent by post");
        }
        if (kind.equals("case.noticed") && payload.containsKey("again")) {
            return Text.of("再次告知补正", "Corrections asked for again, by leave of the supervising unit");
        }
        if (kind.equals("case.noticed") && payload.containsKey("later")) {
            return Text.of("补充告知补正", "Corrections asked for of what came after the one notice");
        }
        return kind.equals("case.declined") ? DECLINED.getOrDefault(text(payload, "act"), title) : title;
    }

    /**
     * One sentence more; blank where the title says it all.
     *
     * @param item whose materials and fields a notice names, and in whose law's unit an extension is told
     */
    static Text detail(String kind, Map<String, Object> payload, ItemVersion item) {
        return switch (kind) {
            case "case.submitted" ->
                payload.containsKey("begun")
                        ? Text.of("申请人在网上填写，到窗口提交", "Filled in online by the applicant, filed at a window")
                        : Text.of("", "");
            case "case.noticed" -> defects(payload, item);
            case "case.corrected" -> asked(payload, Text.same(text(payload, "what")));
            case "case.supplemented" ->
                text(payload, "channel").equals(Channel.WINDOW.name())
                        ? Text.of("申请人在窗口补正，工作人员记录", "Corrected by the applicant at a window, recorded by an officer")
                        : Text.of("", "");
            case "case.step-done" -> opinion(payload);
            case "case.deemed-accepted" ->
                Text.of("受理期限内没有答复，自收到材料之日起视为受理", "No answer in time: accepted from the day of receipt");
            case "case.declined" -> Text.same(text(payload, "reasons"));
            case "case.granted", "case.refused" -> lapsed(payload, Text.same(text(payload, "reasons")));
            case "case.paused", "case.pause-proposed" -> cause(payload);
            case "case.extended", "case.extension-proposed" -> longer(payload, item.extension());
            case "case.proposal-rejected", "case.proposal-taken-back", "case.notice-allowed" ->
                Text.same(text(payload, "reason"));
            case "case.withdrawn" -> lapsed(payload, asked(payload, Text.same(text(payload, "reason"))));
            case "case.resumed" -> Text.same(text(payload, "finding"));
            case "case.delivered" -> delivered(payload);
            case "case.delivery-chosen" -> asked(payload, way(payload));
            case "case.denial-filed" -> Text.same(text(payload, "told"));
            case "case.denial-answered" -> Text.same(text(payload, "answer"));
            case "case.reopened", "case.denial-reviewed" -> Text.same(text(payload, "remark"));
            default -> Text.of("", "");
        };
    }

    /** AL-34: a check on site names both officers. */
    private static Text opinion(Map<String, Object> payload) {
        String opinion = text(payload, "opinion");
        String companion = text(payload, "companion");
        return companion.isEmpty()
                ? Text.same(opinion)
                : Text.of(opinion + "（与" + companion + "一起）", opinion + " (with " + companion + ")");
    }

    /** What the applicant says themselves, or an officer recorded for them. */
    private static Text asked(Map<String, Object> payload, Text said) {
        return text(payload, "channel").equals(Channel.WINDOW.name())
                ? Text.of(
                        "申请人在窗口提出，工作人员记录：" + said.zh(),
                        "Asked for by the applicant at a window, recorded by an officer: " + said.en())
                : said;
    }

    /** A request for a pause or an extension that still waited when the case was decided or withdrawn. */
    private static Text lapsed(Map<String, Object> payload, Text said) {
        String request = text(payload, "lapsed");
        if (request.isEmpty()) {
            return said;
        }
        Text what = request.equals(ActKind.PROPOSE_PAUSE.slug())
                ? Text.of("报请的中止计时没有再批", "The pause that was asked for lapsed")
                : Text.of("报请的延长没有再批", "The extension that was asked for lapsed");
        return said.zh().isEmpty() ? what : Text.of(said.zh() + "\n" + what.zh(), said.en() + "\n" + what.en());
    }

    private static Text delivered(Map<String, Object> payload) {
        Text way = way(payload);
        String reason = text(payload, "reason");
        if (reason.isEmpty()) {
            return way;
        }
        return payload.containsKey("again")
                ? Text.of(way.zh() + "。再次送达：" + reason, way.en() + ". Delivered again: " + reason)
                : Text.of(way.zh() + "。" + reason, way.en() + ". " + reason);
    }

    private static Text way(Map<String, Object> payload) {
        String note = text(payload, "note");
        return named(DeliveryWay.values(), text(payload, "way"))
                .map(DeliveryWay::text)
                .map(way -> note.isEmpty() ? way : Text.of(way.zh() + "。" + note, way.en() + ". " + note))
                .orElse(Text.of("", ""));
    }

    private static Text cause(Map<String, Object> payload) {
        String reason = text(payload, "reason");
        return named(PauseCause.values(), text(payload, "cause"))
                .map(PauseCause::text)
                .map(cause -> {
                    Text until = until(text(payload, "expectedEnd"));
                    return Text.of(cause.zh() + until.zh() + "。" + reason, cause.en() + until.en() + ". " + reason);
                })
                .orElse(Text.same(reason));
    }

    /** How long a pause is expected to take. */
    private static Text until(String instant) {
        if (instant.isEmpty()) {
            return Text.of("", "");
        }
        Text day = Days.written(WorkingCalendar.dayOf(Instant.parse(instant)));
        return Text.of("，预计到 " + day.zh(), ", expected until " + day.en());
    }

    private static Text longer(Map<String, Object> payload, @Nullable Limit extension) {
        String reason = text(payload, "reason");
        if (extension == null || !(payload.get("amount") instanceof Number amount)) {
            return Text.same(reason);
        }
        Text by = extension.unit().text(amount.longValue());
        return Text.of("延长 " + by.zh() + "。" + reason, by.en() + " longer. " + reason);
    }

    /** The record has what a point is about in Chinese alone; its item says it in English too. */
    private static Text defects(Map<String, Object> payload, ItemVersion item) {
        if (!(payload.get("defects") instanceof List<?> all)) {
            return Text.of("", "");
        }
        List<Text> names = Stream.concat(
                        item.materials().stream().map(Material::name),
                        item.form().fields().map(Field::label))
                .toList();
        List<String> points = all.stream().map(String::valueOf).toList();
        return Text.of(
                String.join("\n", points),
                points.stream().map(point -> english(point, names)).collect(Collectors.joining("\n")));
    }

    private static String english(String point, List<Text> names) {
        return names.stream()
                .filter(name -> point.startsWith(name.zh() + "："))
                .findFirst()
                .map(name -> name.en() + ": " + point.substring(name.zh().length() + 1))
                .orElse(point);
    }

    static String text(Map<String, Object> payload, String key) {
        Object value = payload.get(key);
        return value == null ? "" : value.toString();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
