package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.network.Act;
import org.yichuang.network.PostRole;
import org.yichuang.shared.Text;

/**
 * What happens to an accepted case: steps in the order of the guide, each waiting for those named in {@code after}.
 * Steps that wait for the same ones run in parallel. A published procedure has no circle, one decision, and a longest
 * path within the promise (rule STEP-SUM).
 */
public record Procedure(List<Step> steps) {
    public static final Procedure NONE = new Procedure(List.of());

    public Procedure {
        steps = List.copyOf(steps);
    }

    /**
     * @param key its name inside the item: {@code survey}
     * @param role the kind of post that does it
     * @param limit how long it may take; in the unit of the promise
     * @param after keys of the steps that have to be done before; empty: starts at acceptance
     * @param fourEyes it takes two officers, as a check on site does (AL-34); a decision: it is another's than the reviewer's
     */
    public record Step(
            @Schema(description = "Short name of the step; finishing it takes it as {step}")
            String key,

            Kind kind,
            Text name,
            PostRole role,
            Limit limit,
            List<String> after,
            boolean fourEyes,

            @Schema(description = "What the guide says of it behind its limit") @Nullable
            Text note) {
        public Step {
            after = List.copyOf(after);
        }
    }

    /** What a step is; {@link #act} is the act of the authorisation register that it takes. */
    public enum Kind {
        REVIEW(Act.REVIEW, "审查", "Review"),
        SURVEY(Act.SURVEY, "现场核查", "Site survey"),
        EXPERT(Act.EXPERT, "专家评审", "Expert review"),
        HEARING(Act.REVIEW, "听证", "Hearing"),
        DECISION(Act.DECIDE, "决定", "Decision"),
        ISSUE(Act.ISSUE, "制证", "Issue"),
        DELIVERY(Act.DELIVER, "送达", "Delivery");

        private final Act act;
        private final Text text;

        Kind(Act act, String zh, String en) {
            this.act = act;
            this.text = Text.of(zh, en);
        }

        public Act act() {
            return act;
        }

        public Text text() {
            return text;
        }

        /** Its time does not count against the limits (AL-45); a plain site survey does count. */
        public boolean uncounted() {
            return pause() != null;
        }

        /** What stops the clock for it (AL-45); null where its time counts. */
        public @Nullable PauseCause pause() {
            return switch (this) {
                case EXPERT -> PauseCause.EXPERT_REVIEW;
                case HEARING -> PauseCause.HEARING;
                case REVIEW, SURVEY, DECISION, ISSUE, DELIVERY -> null;
            };
        }
    }

    public Optional<Step> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** For each step where it lies between acceptance and the end at the latest, in the steps' unit; a step in a circle has none. */
    public Map<String, Span> spans() {
        Map<String, Span> spans = new LinkedHashMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Step step : steps) {
                if (!spans.containsKey(step.key()) && spans.keySet().containsAll(step.after())) {
                    spans.put(step.key(), span(step, spans));
                    more = true;
                }
            }
        }
        return spans;
    }

    private static Span span(Step step, Map<String, Span> spans) {
        int start = spans.entrySet().stream()
                .filter(span -> step.after().contains(span.getKey()))
                .mapToInt(span -> span.getValue().end())
                .max()
                .orElse(0);
        return new Span(
                start, start + (step.kind().uncounted() ? 0 : step.limit().amount()));
    }

    /** Where a step lies between acceptance and the end. */
    public record Span(int start, int end) {}

    /** The sum of the limits on the longest path, in the steps' unit. */
    public int longest() {
        return spans().values().stream().mapToInt(Span::end).max().orElse(0);
    }
}
