package org.yichuang.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace.End;
import org.yichuang.calendar.ClockFace.Place;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/** The labels under the axis, placed so that none touches the next on a bar as narrow as a telephone's. */
record FaceLabels(
        WorkingCalendar calendar,
        LimitClock promise,
        Due promised,
        @Nullable LimitClock statute,
        @Nullable Due lawful,
        Instant until,
        Text event) {
    private static final Text PROMISE = Text.of("承诺", "Promised");
    private static final Text STATUTE = Text.of("法定", "Statutory");

    List<End> under(Axis axis, @Nullable Instant promiseEnd, @Nullable Instant statuteEnd) {
        End first = new End(Place.START, Percent.START, event, Days.day(promise.start(), until));
        End promiseLabel = label(PROMISE, promise, promised, axis, promiseEnd);
        var row = new LabelRow(
                first,
                statute == null || lawful == null ? promiseLabel : label(STATUTE, statute, lawful, axis, statuteEnd));
        if (statute != null) {
            row.between(promiseLabel);
        }
        End pause = widestPause(axis);
        if (pause != null) {
            row.pause(pause);
        }
        return row.labels();
    }

    private End label(Text name, LimitClock clock, Due due, Axis axis, @Nullable Instant end) {
        Percent at = end == null ? Percent.END : axis.at(end);
        return new End(at.equals(Percent.END) ? Place.END : Place.BEFORE, at, name, said(clock, due));
    }

    /** 还剩 2 个工作日，承诺 10月12日 17:00 前办结，法定 10月19日 */
    Text sentence(Text words) {
        Instant end = promised instanceof Due.At(Instant at) ? at : null;
        Text by = end == null ? said(promise, promised) : Days.moment(end, promise.start());
        String zh = words.zh() + "，承诺 " + by.zh() + (end == null ? "" : " 前办结");
        String en = words.en() + ", promised by " + by.en();
        if (statute == null || lawful == null) {
            return Text.of(zh, en);
        }
        Text law = said(statute, lawful);
        return Text.of(zh + "，法定 " + law.zh(), en + ", statutory limit " + law.en());
    }

    private Text said(LimitClock clock, Due due) {
        return switch (due) {
            case Due.At(Instant at) -> day(clock, at);
            case Due.Paused paused
            when paused.projected() != null -> {
                Text day = day(clock, paused.projected());
                yield Text.of("预计 " + day.zh(), "expected " + day.en());
            }
            case Due.Paused paused -> afterResuming(clock);
            case UnknownYear unknown -> Text.of(unknown.year() + " 年日历未录入", unknown.year() + " not known");
        };
    }

    private Text day(LimitClock clock, Instant due) {
        return clock.limit().unit().inDays() ? Days.day(due, clock.start()) : Days.moment(due, clock.start());
    }

    private Text afterResuming(LimitClock clock) {
        if (clock.remaining(calendar, until) instanceof Remaining.Paused paused) {
            Text left = clock.limit().unit().text(paused.left().amount());
            return Text.of("恢复后 " + left.zh(), left.en() + " after it");
        }
        return Text.of("待定", "open");
    }

    /** 水质检测，中止 7 个工作日, under the middle of the longest pause. */
    private @Nullable End widestPause(Axis axis) {
        Meter meter = Meter.of(promise.limit().unit(), calendar);
        return Cover.of(promise.pauses(), meter).stream()
                .max(Comparator.comparingLong(cover -> length(cover, meter)))
                .map(cover -> {
                    int from = axis.at(meter.end(cover.from())).tenths();
                    int to = axis.at(end(cover, meter)).tenths();
                    return new End(Place.PAUSE, new Percent((from + to) / 2), null, said(cover, meter));
                })
                .orElse(null);
    }

    private long length(Cover cover, Meter meter) {
        return meter.end(cover.from()).until(end(cover, meter), ChronoUnit.MILLIS);
    }

    private Instant end(Cover cover, Meter meter) {
        return cover.to() == Cover.UNENDING ? until : meter.end(cover.to());
    }

    private Text said(Cover cover, Meter meter) {
        Text cause = Cover.causes(promise.pauses(), meter, cover.from(), cover.to());
        Text causes = cause == null ? Text.of("法定事由", "by law") : cause;
        boolean days = promise.limit().unit() == Limit.Unit.WORKING_DAY
                && cover.to() != Cover.UNENDING
                && meter.unknownYear(cover.from(), cover.to()) == 0;
        if (!days) {
            return Text.of(causes.zh() + "，中止", causes.en() + ", paused");
        }
        Text length = promise.limit().unit().text(meter.between(cover.from(), cover.to()));
        return Text.of(causes.zh() + "，中止 " + length.zh(), causes.en() + ", paused " + length.en());
    }
}
