package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Channel;
import org.yichuang.casework.State;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterKind;

/** One act in the making: the case as it becomes, and what goes on record. States change along the table only. */
final class Course {
    final Who who;
    final Setting at;
    final @Nullable Power power;

    private CaseFile file;
    private final Map<String, Integer> letters;
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable Denial denial;

    Course(CaseFile file, Who who, @Nullable Power power, Setting at) {
        this.file = file;
        this.who = who;
        this.power = power;
        this.at = at;
        this.letters = new HashMap<>(file.letters());
    }

    /** Who does what an officer alone may do. */
    Who.Officer officer() {
        if (who instanceof Who.Officer officer) {
            return officer;
        }
        throw new IllegalStateException("Only an officer does this");
    }

    /** The post they do it by (AUTHORISED). */
    String post() {
        return Objects.requireNonNull(power, "An officer acts by a post").post();
    }

    /** Where the applicant said it, if an officer recorded it for them. */
    @Nullable
    Channel channel() {
        return who instanceof Who.Officer ? Channel.WINDOW : null;
    }

    CaseFile file() {
        return file;
    }

    Instant now() {
        return at.now();
    }

    Course change(UnaryOperator<CaseFile> change) {
        file = change.apply(file);
        return this;
    }

    /** Along the table's line; what it says goes on record with the line's journal kind. */
    Course go(ActKind act, State to, Map<String, ?> payload, Letter... written) {
        Edge edge = Transitions.find(file.state(), act, to)
                .orElseThrow(() -> new IllegalStateException(file.state() + " -" + act + "-> " + to));
        var all = new LinkedHashMap<String, Object>();
        all.put("number", file.is().number());
        all.put("item", file.is().item());
        all.put("from", edge.from().name());
        all.put("to", edge.to().name());
        LegalRule rule = LegalRule.of(edge.rule(), at.item());
        if (rule != null) {
            all.put("rule", rule.id());
        }
        all.putAll(payload);
        file = file.to(to);
        return record(edge.journal(), all, List.of(written));
    }

    /** Goes on record without moving the case. */
    Course note(String kind, Map<String, ?> payload) {
        var all = new LinkedHashMap<String, Object>();
        all.put("number", file.is().number());
        all.put("item", file.is().item());
        all.putAll(payload);
        return record(kind, all, List.of());
    }

    Course file(Denial denial) {
        this.denial = denial;
        return this;
    }

    Letter letter(LetterKind kind, List<Row> rows, List<String> points) {
        int nth = letters.merge(kind.name(), 1, Integer::sum);
        return new Letter(kind, nth, rows, points, List.of(), null);
    }

    Result.Done done() {
        return new Result.Done(file.next(Map.copyOf(letters)), List.copyOf(facts), power, denial);
    }

    private Course record(String kind, Map<String, Object> payload, List<Letter> written) {
        payload.values().removeIf(Objects::isNull);
        if (!who.name().isEmpty() && !(who instanceof Who.Applicant)) {
            payload.put("by", who.name());
        }
        facts.add(new Fact(kind, payload, written));
        return this;
    }
}
