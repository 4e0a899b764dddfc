package org.yichuang.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
import org.yichuang.shared.Times;

/** A case between its row and its value. */
final class CaseRows {
    /** What {@link #file} and {@link #head} read, of the table as {@code c}. */
    static final String COLUMNS = """
            c.id, c.number, c.query_code, c.item, c.item_version, c.item_name, c.item_name_en, c.applicant,
            c.applicant_name, c.person, c.agent, c.unit, c.division, c.channel, c.service_window, c.filed_by,
            c.filed_by_name, c.state, c.version, c.answers, c.materials, c.intake, c.clocks, c.steps, c.proposal,
            c.ending, c.way, c.letters, c.head_nth, c.head_hash""";

    /** The clocks with what was last computed from them. */
    record Running(@Nullable Clocks clocks, Dues dues) {}

    private CaseRows() {}

    static CaseFile file(ResultSet row) throws SQLException {
        Running running = Json.readNullable(row.getString("clocks"), Running.class);
        return new CaseFile(
                particulars(row),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                Json.answers(row.getString("answers")),
                Json.materials(row.getString("materials")),
                Json.read(row.getString("intake"), Intake.class),
                running == null ? null : running.clocks(),
                running == null ? Dues.NONE : running.dues(),
                Json.steps(row.getString("steps")),
                Json.readNullable(row.getString("proposal"), Proposal.class),
                Json.read(row.getString("ending"), Ending.class),
                DeliveryWay.valueOf(row.getString("way")),
                Json.counts(row.getString("letters")));
    }

    static Link head(ResultSet row) throws SQLException {
        return new Link(row.getLong("head_nth"), row.getBytes("head_hash"));
    }

    private static Particulars particulars(ResultSet row) throws SQLException {
        return new Particulars(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("query_code"),
                row.getString("item"),
                row.getInt("item_version"),
                Text.of(row.getString("item_name"), row.getString("item_name_en")),
                row.getObject("applicant", UUID.class),
                row.getString("applicant_name"),
                row.getBoolean("person"),
                row.getString("agent"),
                row.getString("unit"),
                row.getString("division"),
                Channel.valueOf(row.getString("channel")),
                row.getString("service_window"),
                row.getObject("filed_by", UUID.class),
                row.getString("filed_by_name"));
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
        row.putAll(changed(null, file, head));
        return row;
    }

    /** The columns that an act changed; all that an act may change where there is no case before. */
    static Map<String, @Nullable Object> changed(@Nullable CaseFile before, CaseFile after, Link head) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("state", after.state().name());
        row.put("version", after.version());
        row.put("head_nth", head.nth());
        row.put("head_hash", head.hash());
        row.put("due", Times.ofNullable(after.due()));
        row.put("waits_for", after.waitsFor().toArray(String[]::new));
        if (CaseFilings.filed(before, after)) {
            row.put("answers", Json.of(after.answers()));
            row.put("materials", Json.of(after.materials()));
        }
        if (other(before, after, CaseFile::intake)) {
            row.put("received_at", Times.of(after.intake().receivedAt()));
            row.put("intake", Json.of(after.intake()));
        }
        if (other(before, after, CaseFile::clocks) || other(before, after, CaseFile::dues)) {
            Clocks clocks = after.clocks();
            row.put("accepted_at", Times.ofNullable(clocks == null ? null : clocks.start()));
            row.put("clocks", clocks == null ? null : Json.of(new Running(clocks, after.dues())));
        }
        if (other(before, after, CaseFile::steps)) {
            row.put("steps", Json.of(after.steps()));
        }
        if (other(before, after, CaseFile::proposal)) {
            row.put("proposal", Json.ofNullable(after.proposal()));
        }
        if (other(before, after, CaseFile::ending)) {
            row.putAll(ending(after.ending()));
        }
        if (other(before, after, CaseFile::way)) {
            row.put("way", after.way().name());
        }
        if (other(before, after, CaseFile::letters)) {
            row.put("letters", Json.of(after.letters()));
        }
        return row;
    }

    private static Map<String, @Nullable Object> ending(Ending ending) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("decided_at", Times.ofNullable(ending.decidedAt()));
        row.put("ending", Json.of(ending));
        row.put(
                "result",
                ending.result() == null ? null : ending.result().state().name());
        row.put("denial", ending.denial());
        row.put("closed_at", Times.ofNullable(ending.closedAt()));
        return row;
    }

    private static boolean other(@Nullable CaseFile before, CaseFile after, Function<CaseFile, @Nullable Object> part) {
        return before == null || !Objects.equals(part.apply(before), part.apply(after));
    }
}
