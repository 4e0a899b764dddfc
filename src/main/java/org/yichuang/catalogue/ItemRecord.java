package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.shared.Text;

/** How an item was really done over a period: what its page shows beside statute and promise. */
public record ItemRecord(
        @Schema(description = "Period and place, in words") Text period,

        @Schema(
                description =
                        "How many cases were decided in it of which it is known how long they took; mean, p95 and days are theirs")
        int closed,

        @Schema(description = "Working days from acceptance to decision, on average")
        double mean,

        @Schema(description = "Working days within which 95 of 100 were decided")
        double p95,

        @Schema(description = "How many of `closed` and `untimed` had a due date")
        int dated,

        @Schema(description = "Share of `dated` that were decided by it, 0 to 1")
        double onTime,

        @Schema(description = "How many cases took so many working days")
        List<Bucket> days,

        @Schema(
                description =
                        "Decided beside these while their year's calendar was not known: how long they took is not"
                                + " counted")
        int untimed) {
    public ItemRecord {
        days = List.copyOf(days);
    }

    public record Bucket(
            @Schema(description = "Working days from acceptance to decision")
            int days,

            @Schema(description = "How many cases took just so many")
            int cases,

            @Schema(description = "How many of these were decided after the date that each was due by")
            int late) {}

    /** Whoever counts cases says it; where nothing was closed yet, the page leaves the section out. */
    public interface Source {
        Optional<ItemRecord> of(String code);

        /** Those of all items that have one, by their codes, in one statement. */
        Map<String, ItemRecord> all();
    }
}
