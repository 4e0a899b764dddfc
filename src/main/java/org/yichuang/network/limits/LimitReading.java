package org.yichuang.network.limits;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Extension;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.Pause;
import org.yichuang.network.limits.LimitQuestion.PauseQuestion;
import org.yichuang.shared.Days;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/** Turns what somebody wrote into a clock, and names every field that cannot be one. */
final class LimitReading {
    private static final int MAX_PAUSES = 50;
    private static final int MAX_CAUSE = 40;
    private static final Text PAUSE = Text.of("中止", "pause");
    private static final Instant EARLIEST = at(Days.EARLIEST);
    private static final Instant LATEST = at(LocalDate.of(Days.LAST_YEAR, 1, 1));

    private final List<FieldError> errors = new ArrayList<>();

    private LimitReading() {}

    /** @throws Problem 422 that names each wrong field */
    static LimitClock clock(LimitQuestion question) {
        var reading = new LimitReading();
        Instant start = reading.asked("start", question.start());
        Limit limit = reading.limit(question);
        Extension extension = reading.extension(question.extension(), limit);
        List<Pause> pauses = reading.pauses(question.pauses() == null ? List.of() : question.pauses());
        Problem.ifAny(reading.errors);
        return new LimitClock(Objects.requireNonNull(start), Objects.requireNonNull(limit), extension, pauses);
    }

    static @Nullable Instant now(LimitQuestion question) {
        var reading = new LimitReading();
        Instant now = reading.instant("now", question.now());
        Problem.ifAny(reading.errors);
        return now;
    }

    private @Nullable Limit limit(LimitQuestion question) {
        Limit.Unit unit = unit(question.unit());
        int amount = question.amount();
        if (amount < 0 || amount > Limit.MAX) {
            wrong("amount", "时限是 0 到 " + Limit.MAX, "A limit is from 0 to " + Limit.MAX);
        } else if (unit != null) {
            return new Limit(amount, unit);
        }
        return null;
    }

    private Limit.@Nullable Unit unit(String written) {
        for (Limit.Unit unit : Limit.Unit.values()) {
            if (unit.name().equals(written)) {
                return unit;
            }
        }
        String all = Arrays.stream(Limit.Unit.values()).map(Enum::name).collect(Collectors.joining(", "));
        wrong("unit", "单位是这几个之一：" + all, "The unit is one of " + all);
        return null;
    }

    private @Nullable Extension extension(@Nullable Integer amount, @Nullable Limit limit) {
        if (amount == null) {
            return null;
        }
        if (amount < 0 || amount > Limit.MAX) {
            wrong("extension", "延长是 0 到 " + Limit.MAX, "An extension is from 0 to " + Limit.MAX);
            return null;
        }
        return limit == null || amount == 0 ? null : new Extension(new Limit(amount, limit.unit()));
    }

    private List<Pause> pauses(List<@Nullable PauseQuestion> written) {
        if (written.size() > MAX_PAUSES) {
            wrong("pauses", "最多 " + MAX_PAUSES + " 段中止", "At most " + MAX_PAUSES + " pauses");
            return List.of();
        }
        List<Pause> pauses = new ArrayList<>();
        for (int at = 0; at < written.size(); at++) {
            Pause pause = pause("pauses[" + at + "]", written.get(at));
            if (pause != null) {
                pauses.add(pause);
            }
        }
        return pauses;
    }

    private @Nullable Pause pause(String field, @Nullable PauseQuestion written) {
        if (written == null) {
            wrong(field, "中止不能是空的", "A pause cannot be null");
            return null;
        }
        Instant start = asked(field + ".start", written.start());
        Instant end = instant(field + ".end", written.end());
        Instant expected = instant(field + ".expectedEnd", written.expectedEnd());
        if (start != null && end != null && end.isBefore(start)) {
            wrong(field + ".end", "中止的结束不能早于开始", "A pause cannot end before it starts");
        } else if (start != null && expected != null && expected.isBefore(start)) {
            wrong(field + ".expectedEnd", "预计的结束不能早于开始", "A pause cannot be expected to end before it starts");
        } else if (start != null) {
            return new Pause(start, end, expected, cause(field + ".cause", written.cause()), "AL-45", null);
        }
        return null;
    }

    private Text cause(String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return PAUSE;
        }
        if (written.length() > MAX_CAUSE) {
            wrong(field, "原因最多 " + MAX_CAUSE + " 个字", "A cause has at most " + MAX_CAUSE + " characters");
        } else if (!PlainText.oneLine(written)) {
            wrong(field, "有不能用的字符", "There is a character that cannot be used");
        }
        return Text.same(written.strip());
    }

    private @Nullable Instant asked(String field, String written) {
        if (written.isBlank()) {
            wrong(field, "请填日期或时间", "Give a day or a time");
            return null;
        }
        return instant(field, written);
    }

    private @Nullable Instant instant(String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        Instant instant = parsed(written.strip());
        if (instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            wrong(
                    field,
                    "时间写成 2026-09-18 或 2026-09-18T10:24，年份在 1949 到 2998 之间",
                    "Write a time as 2026-09-18 or 2026-09-18T10:24, between 1949 and 2998");
            return null;
        }
        return instant;
    }

    private static @Nullable Instant parsed(String written) {
        try {
            if (written.length() <= 10) {
                return at(LocalDate.parse(written));
            }
            boolean offset = written.endsWith("Z") || written.lastIndexOf('+') > 10 || written.lastIndexOf('-') > 10;
            return offset
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).atZone(Ui.ZONE).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(Ui.ZONE).toInstant();
    }

    private void wrong(String field, String zh, String en) {
        errors.add(new FieldError(field, Text.of(zh, en)));
    }
}
