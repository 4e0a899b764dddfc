package org.yichuang.casework.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts on a case. */
public sealed interface Who {
    /** Null: the clock's. */
    @Nullable
    UUID account();

    String name();

    /** The one whose case it is. */
    record Applicant(UUID account, String name) implements Who {}

    /** @param powers what the register lets them do with this case today */
    record Officer(UUID account, String name, List<Power> powers) implements Who {
        public Optional<Power> power(List<String> acts) {
            return powers.stream().filter(power -> acts.contains(power.act())).findFirst();
        }
    }

    /**
     * Of the supervising unit.
     *
     * @param power the post that is authorised to supervise this case today; null: none
     */
    record Supervisor(UUID account, String name, @Nullable Power power) implements Who {}

    /** A limit ran out, or the calendar changed. */
    record TheClock() implements Who {
        @Override
        public @Nullable UUID account() {
            return null;
        }

        @Override
        public String name() {
            return "";
        }
    }
}
