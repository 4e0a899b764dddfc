package org.yichuang.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemCard;

/**
 * How much faster than the law the city promises to be (TARGETS: at least half), over the published items whose law names
 * a number of working days and that carry a promise.
 *
 * @param statute the average statutory limit, in working days
 * @param promise the average promised limit of the same items
 */
record PromiseGain(int items, double statute, double promise) {
    /** What the policy asks for, in percent. */
    static final int TARGET = 50;

    static Optional<PromiseGain> of(List<ItemCard> cards) {
        List<ItemCard> counted = cards.stream().filter(PromiseGain::counts).toList();
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PromiseGain(
                counted.size(),
                counted.stream()
                        .mapToInt(card -> amount(card.statutory()))
                        .average()
                        .orElse(0),
                counted.stream()
                        .mapToInt(card -> amount(card.promised()))
                        .average()
                        .orElse(0)));
    }

    private static boolean counts(ItemCard card) {
        Limit statute = card.statutory();
        Limit promise = card.promised();
        return statute != null
                && promise != null
                && statute.unit() == Limit.Unit.WORKING_DAY
                && promise.unit() == Limit.Unit.WORKING_DAY
                && statute.amount() > 0;
    }

    private static int amount(@org.jspecify.annotations.Nullable Limit limit) {
        return limit == null ? 0 : limit.amount();
    }

    /** 53.8. */
    String percent() {
        return one(100 * (1 - promise / statute));
    }

    String statuteDays() {
        return one(statute);
    }

    String promiseDays() {
        return one(promise);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
