package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.yichuang.shared.Text;

/** Clocks of every unit, in the known years, with pauses that overlap, touch, nest or lie outside. */
final class Clocks extends DomainContextBase {
    private static final Instant FIRST = Hangzhou.at("2021-01-01 00:00");
    private static final int MINUTES = (int) Duration.ofDays(1700).toMinutes();

    @Provide
    Arbitrary<LimitClock> clocks() {
        return Combinators.combine(Arbitraries.integers().between(0, MINUTES), limits(), pauses())
                .as((minute, limit, pauses) -> {
                    Instant start = FIRST.plus(Duration.ofMinutes(minute));
                    return LimitClock.of(start, limit)
                            .with(pauses.stream().map(pause -> pause.at(start)).toList());
                });
    }

    private static Arbitrary<Limit> limits() {
        return Combinators.combine(Arbitraries.integers().between(0, 45), Arbitraries.of(Limit.Unit.values()))
                .as(Limit::new);
    }

    private static Arbitrary<List<Drawn>> pauses() {
        Arbitrary<Integer> begins = Arbitraries.integers().between(-3 * 1440, 40 * 1440);
        Arbitrary<Integer> length = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.integers().between(0, 1440)),
                Tuple.of(3, Arbitraries.integers().between(0, 15 * 1440)));
        return Combinators.combine(begins, length, Arbitraries.of(Hangzhou.TESTING, Hangzhou.HEARING))
                .as(Drawn::new)
                .list()
                .ofMaxSize(4);
    }

    /** A pause in minutes from the start of its clock. */
    private record Drawn(int begins, int length, Text cause) {
        Pause at(Instant start) {
            Instant from = start.plus(Duration.ofMinutes(begins));
            return new Pause(from, from.plus(Duration.ofMinutes(length)), null, cause, "AL-45", null);
        }
    }
}
