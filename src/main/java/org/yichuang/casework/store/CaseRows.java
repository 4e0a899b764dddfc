package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.Channel;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Proposal;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Clocks;
import org.yichuang.casework.domain.Dues;
import org.yichuang.casework.domain.Ending;
import org.yichuang.casework.domain.Intake;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.journal.Link;
import org.yichuang.shared.Text;

/** A case between its row and its value. */
final class CaseRows {
    /** {@code c.id, c.number, …}, in the order of {@link #FIELDS}. */
    static final String COLUMNS = Arrays.stream(CASE_FILE.fields())
            .map(field -> "c." + field.getName())
            .collect(Collectors.joining(", "));

    static final Field<?>[] FIELDS = CASE_FILE.fields();

    /** The clocks with what was last computed from them. */
    record Running(@Nullable Clocks clocks, Dues dues) {}

    private CaseRows() {}

    static CaseFile file(Record row) {
        Running running = Json.readNullable(row.get(CASE_FILE.CLOCKS), Running.class);
        return new CaseFile(
                particulars(row),
                State.valueOf(row.get(CASE_FILE.STATE)),
                row.get(CASE_FILE.VERSION),
                Json.answers(row.get(CASE_FILE.ANSWERS)),
                Json.materials(row.get(CASE_FILE.MATERIALS)),
                Json.read(row.get(CASE_FILE.INTAKE), Intake.class),
                running == null ? null : running.clocks(),
                running == null ? Dues.NONE : running.dues(),
                Json.steps(row.get(CASE_FILE.STEPS)),
                Json.readNullable(row.get(CASE_FILE.PROPOSAL), Proposal.class),
                Json.read(row.get(CASE_FILE.ENDING), Ending.class),
                DeliveryWay.valueOf(row.get(CASE_FILE.WAY)),
                Json.counts(row.get(CASE_FILE.LETTERS)));
    }

    static Link head(Record row) {
        return new Link(row.get(CASE_FILE.HEAD_NTH), row.get(CASE_FILE.HEAD_HASH));
    }

    private static Particulars particulars(Record row) {
        return new Particulars(
                row.get(CASE_FILE.ID),
                row.get(CASE_FILE.NUMBER),
                row.get(CASE_FILE.QUERY_CODE),
                row.get(CASE_FILE.ITEM),
                row.get(CASE_FILE.ITEM_VERSION),
                Text.of(row.get(CASE_FILE.ITEM_NAME), row.get(CASE_FILE.ITEM_NAME_EN)),
                row.get(CASE_FILE.APPLICANT),
                row.get(CASE_FILE.APPLICANT_NAME),
                row.get(CASE_FILE.PERSON),
                row.get(CASE_FILE.AGENT),
                row.get(CASE_FILE.UNIT),
                row.get(CASE_FILE.DIVISION),
                Channel.valueOf(row.get(CASE_FILE.CHANNEL)),
                row.get(CASE_FILE.SERVICE_WINDOW),
                row.get(CASE_FILE.FILED_BY),
                row.get(CASE_FILE.FILED_BY_NAME));
    }

    /** All columns of a new case. */
    static Map<String, @Nullable Object> all(CaseFile file, Link head) {
        Particulars is = file.is();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", is.id());
        row.put("number", is.number());
        row.put("query_code", is.queryCode());
        row.put("item", is.item());
        row.put("item_version", is.itemVersion());
        row.put("item_name", is.itemName().zh());
        row.put("item_name_en", is.itemName().en());
        row.put("applicant", is.applicant());
        row.put("applicant_name", is.applicantName());
        row.put("person", is.person());
        row.put("agent", is.agent());
        row.put("unit", is.unit());
        row.put("division", is.division());
        row.put("channel", is.channel().name());
        row.put("service_window", is.window());
        row.put("filed_by", is.filedBy());
        row.put("filed_by_name", is.filedByName());
        row.put("submitted_at", Times.of(file.intake().submittedAt()));
        row.put("answers", Json.of(file.answers()));
        row.put("materials", Json.of(file.materials()));
        row.putAll(changing(file, head));
        return row;
    }

    /** The columns that an act may change, answers and materials apart. */
    static Map<String, @Nullable Object> changing(CaseFile file, Link head) {
        var result = file.ending().result();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("state", file.state().name());
        row.put("version", file.version());
        row.put("received_at", Times.of(file.intake().receivedAt()));
        row.put("intake", Json.of(file.intake()));
        row.put(
                "accepted_at",
                Times.ofNullable(file.clocks() == null ? null : file.clocks().start()));
        row.put("clocks", Json.ofNullable(file.clocks() == null ? null : new Running(file.clocks(), file.dues())));
        row.put("steps", Json.of(file.steps()));
        row.put("proposal", Json.ofNullable(file.proposal()));
        row.put("waits_for", file.waitsFor().toArray(String[]::new));
        row.put("due", Times.ofNullable(file.due()));
        row.put("decided_at", Times.ofNullable(file.ending().decidedAt()));
        row.put("ending", Json.of(file.ending()));
        row.put("result", result == null ? null : result.state().name());
        row.put("denial", file.ending().denial());
        row.put("way", file.way().name());
        row.put("closed_at", Times.ofNullable(file.ending().closedAt()));
        row.put("letters", Json.of(file.letters()));
        row.put("head_nth", head.nth());
        row.put("head_hash", head.hash());
        return row;
    }

    /** The columns that hold what was handed in, where an act changed it. */
    static Map<String, Object> content(CaseFile before, CaseFile after) {
        var row = new LinkedHashMap<String, Object>();
        if (!Objects.equals(before.answers(), after.answers())) {
            row.put("answers", Json.of(after.answers()));
        }
        if (!before.materials().equals(after.materials())) {
            row.put("materials", Json.of(after.materials()));
        }
        return row;
    }
}
