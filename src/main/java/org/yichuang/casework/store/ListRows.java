package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;
import static org.yichuang.jooq.casework.Tables.DENIAL_FILING;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.LimitClock;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.Channel;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.Clocks;
import org.yichuang.casework.domain.Intake;
import org.yichuang.shared.Text;
import org.yichuang.shared.Times;

/** A line of a list, from the columns it needs. */
final class ListRows {
    /** The "no" that the case ended with was taken back: of a case that anything was filed with, it would be open again. */
    private static final Field<Boolean> REVERSED = DSL.field(CASE_FILE
                    .STATE
                    .eq(State.NOT_ACCEPTED.name())
                    .and(DSL.exists(DSL.selectOne()
                            .from(DENIAL_FILING)
                            .where(DENIAL_FILING.ID.eq(CASE_FILE.DENIAL))
                            .and(DENIAL_FILING.JUDGEMENT.eq(Judgement.REVERSED.name())))))
            .as("reversed");

    static final List<SelectField<?>> FIELDS = List.of(
            CASE_FILE.ID,
            CASE_FILE.NUMBER,
            CASE_FILE.ITEM,
            CASE_FILE.ITEM_NAME,
            CASE_FILE.ITEM_NAME_EN,
            CASE_FILE.APPLICANT_NAME,
            CASE_FILE.STATE,
            CASE_FILE.CHANNEL,
            CASE_FILE.SERVICE_WINDOW,
            CASE_FILE.UNIT,
            CASE_FILE.STEPS,
            CASE_FILE.WAITS_FOR,
            CASE_FILE.RECEIVED_AT,
            CASE_FILE.INTAKE,
            CASE_FILE.DUE,
            CASE_FILE.CLOCKS,
            CASE_FILE.DECIDED_AT,
            CASE_FILE.CLOSED_AT,
            CASE_FILE.RESULT,
            REVERSED);

    private ListRows() {}

    static CaseRow row(Record row, boolean mine) {
        CaseRows.Running running = Json.readNullable(row.get(CASE_FILE.CLOCKS), CaseRows.Running.class);
        State state = State.valueOf(row.get(CASE_FILE.STATE));
        Intake intake = state == State.SUBMITTED ? Json.read(row.get(CASE_FILE.INTAKE), Intake.class) : null;
        ClockKind kind = intake == null ? kind(state, running) : intake.leading();
        Clocks clocks = running == null ? null : running.clocks();
        return new CaseRow(
                row.get(CASE_FILE.ID),
                row.get(CASE_FILE.NUMBER),
                row.get(CASE_FILE.ITEM),
                Text.of(row.get(CASE_FILE.ITEM_NAME), row.get(CASE_FILE.ITEM_NAME_EN)),
                row.get(CASE_FILE.APPLICANT_NAME),
                state,
                Channel.valueOf(row.get(CASE_FILE.CHANNEL)),
                row.get(CASE_FILE.SERVICE_WINDOW),
                row.get(CASE_FILE.UNIT),
                open(row),
                List.of(row.get(CASE_FILE.WAITS_FOR)),
                mine,
                row.get(CASE_FILE.RECEIVED_AT).toInstant(),
                Times.read(row.get(CASE_FILE.DUE)),
                running == null ? null : running.dues().promise(),
                statuteDue(intake, running),
                Times.read(row.get(CASE_FILE.DECIDED_AT)),
                Times.read(row.get(CASE_FILE.CLOSED_AT)),
                row.get(CASE_FILE.RESULT) == null ? null : State.valueOf(row.get(CASE_FILE.RESULT)),
                row.get(REVERSED),
                kind,
                kind == null ? null : clock(kind, row, intake, clocks),
                kind == ClockKind.PROMISE ? clock(ClockKind.STATUTE, row, intake, clocks) : null);
    }

    private static List<Text> open(Record row) {
        return Json.steps(row.get(CASE_FILE.STEPS)).stream()
                .filter(CaseStep::open)
                .map(CaseStep::name)
                .toList();
    }

    /** The clock that the case runs by, or ran by when it was decided. */
    private static @Nullable ClockKind kind(State state, CaseRows.@Nullable Running running) {
        if (state == State.GRANTED || state == State.REFUSED) {
            return ClockKind.DELIVERY;
        }
        Clocks clocks = running == null ? null : running.clocks();
        return running == null || clocks == null ? null : clocks.leading(running.dues());
    }

    private static @Nullable LimitClock clock(
            ClockKind kind, Record row, @Nullable Intake intake, @Nullable Clocks clocks) {
        return switch (kind) {
            case INTAKE -> intake == null ? null : intake.clock();
            case DELIVERY -> {
                Intake begun = Json.read(row.get(CASE_FILE.INTAKE), Intake.class);
                yield LimitClock.of(
                        row.get(CASE_FILE.DECIDED_AT).toInstant(), begun.rules().toDeliver());
            }
            case PROMISE -> clocks == null ? null : clocks.promiseClock();
            case STATUTE -> {
                LimitClock running = clocks == null ? null : clocks.statuteClock();
                yield intake == null ? running : intake.lawClock();
            }
        };
    }

    private static @Nullable Instant statuteDue(@Nullable Intake intake, CaseRows.@Nullable Running running) {
        Instant due = running == null ? null : running.dues().statute();
        return intake == null ? due : intake.lawDue();
    }
}
