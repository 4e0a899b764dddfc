package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.shared.Text;

/**
 * How an item was really done over a period: what its page shows beside statute and promise.
 *
 * @param period the period and place in words: 2026 年第三季度
 * @param closed cases decided in it of which it is known how long they took; the other figures are theirs
 * @param mean working days from acceptance to decision, on average
 * @param p95 working days within which 95 of 100 were decided
 * @param dated how many of them had a due date
 * @param onTime share of these that were decided by it, 0 to 1; 0 where there are none
 * @param days how many cases took so many working days; ascending
 * @param untimed cases decided beside these
 */
public record ItemRecord(
        Text period,
        int closed,
        double mean,
        double p95,
        int dated,
        double onTime,
        List<Bucket> days,

        @Schema(
                description =
                        "Decided beside these while their year's calendar was not known: how long they took is not"
                                + " counted")
        int untimed) {
    public ItemRecord {
        days = List.copyOf(days);
    }

    public record Bucket(int days, int cases) {}

    /** Whoever counts cases says it; where nobody does, or nothing was closed yet, the page leaves the section out. */
    public interface Source {
        Optional<ItemRecord> of(String code);

        /** Those of all items that have one, by their codes, in one statement. */
        Map<String, ItemRecord> all();
    }
}
