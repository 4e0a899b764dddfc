package org.yichuang.casework.web.applicant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yichuang.shared.Text;

/** A draft in the list of the visitor's own. */
public record DraftRow(UUID id, Text name, int done, int total, Instant savedAt, LocalDate keptUntil) {

    static DraftRow of(DraftPage page) {
        TaskList list = TaskList.of(page);
        return new DraftRow(
                page.id(), page.item().name(), list.done(), list.filling().size(), page.savedAt(), page.keptUntil());
    }
}
