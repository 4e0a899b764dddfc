package org.yichuang.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.SubjectStates;
import org.yichuang.shared.Text;

/** Holds the state of each subject, as it is kept, against the one its entries lead to. */
final class StateCheck implements Check {
    private static final int AT_ONCE = 500;
    static final String KEPT = "select subject, state from (%s) kept where subject_id = any (?)";

    private final DSLContext dsl;
    private final List<SubjectStates> states;
    private final Consumer<Finding> found;
    private final Map<String, Led> waiting = new LinkedHashMap<>();

    StateCheck(DSLContext dsl, List<SubjectStates> states, Consumer<Finding> found) {
        this.dsl = dsl;
        this.states = states;
        this.found = found;
    }

    /** The entry that led to this state. */
    private record Led(SubjectStates kept, Entry entry, String state) {
        Led next(Entry after) {
            String now = kept.after(state, after.kind());
            return now.equals(state) ? this : new Led(kept, after, now);
        }
    }

    @Override
    public void next(Entry entry) {
        Led before = waiting.get(entry.subject());
        if (before != null) {
            waiting.put(entry.subject(), before.next(entry));
            return;
        }
        SubjectStates kept = kept(entry);
        if (kept != null) {
            if (waiting.size() >= AT_ONCE) {
                compare();
            }
            waiting.put(entry.subject(), new Led(kept, entry, kept.first()).next(entry));
        }
    }

    private @Nullable SubjectStates kept(Entry entry) {
        String type = entry.subject().split(":", 2)[0];
        return states.stream().filter(kept -> kept.of(type)).findFirst().orElse(null);
    }

    @Override
    public void end() {
        compare();
    }

    /** A subject that is not kept any more has no end of its chain either, which {@link ChainEnds} tells. */
    private void compare() {
        for (SubjectStates kept : states) {
            UUID[] ids = waiting.entrySet().stream()
                    .filter(led -> led.getValue().kept == kept)
                    .map(led -> ChainEnds.id(led.getKey()))
                    .filter(Objects::nonNull)
                    .toArray(UUID[]::new);
            if (ids.length > 0) {
                dsl.resultQuery(KEPT.formatted(kept.select()), (Object) ids)
                        .forEach(row -> compare(
                                waiting.get(Check.subject(row)), requireNonNull(row.get("state", String.class))));
            }
        }
        waiting.clear();
    }

    private void compare(@Nullable Led led, String state) {
        if (led != null && !led.state.equals(state)) {
            Text kept = led.kept.named(state);
            Text right = led.kept.named(led.state);
            found.accept(Check.at(
                    led.entry,
                    Text.of(
                            "现存的状态是“" + kept.zh() + "”，按记录应是“" + right.zh() + "”：不经办理被改动",
                            "the state that is kept is “" + kept.en() + "”, the record leads to “" + right.en()
                                    + "”: changed by no act")));
        }
    }
}
