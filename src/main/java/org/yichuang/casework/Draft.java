package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.catalogue.ItemVersion;

/** An application being written. Its id becomes the case's. */
public record Draft(
        @Schema(description = "The case will have it too") UUID id,

        @Schema(description = "Id of the account of who writes it")
        UUID account,

        String item,

        @Schema(description = "Of the item; a draft of a retired version cannot be submitted")
        int version,

        @Schema(description = "The district, street or community it is for, by its code; null while not chosen")
        @Nullable
        String division,

        @Schema(description = "Field key to a text, or of CHOICES to a list of texts")
        Map<String, Object> answers,

        List<SubmittedMaterial> materials,

        @Schema(description = "How the result is to be received")
        DeliveryWay way,

        @Schema(description = "Saved last; 180 days later it is deleted")
        Instant updatedAt) {

    /** So many days after the day on which it was last saved it is deleted. */
    public static final int KEPT_DAYS = 180;

    /** The last day on which it is there. */
    public LocalDate keptUntil() {
        return WorkingCalendar.dayOf(updatedAt).plusDays(KEPT_DAYS);
    }

    /** What was read of it, but for the unit: it changes whenever something of the draft does, or the item's version. */
    public String reading() {
        return updatedAt + "/" + version;
    }

    public List<SubmittedMaterial> of(String material) {
        return materials.stream()
                .filter(handed -> handed.material().equals(material))
                .toList();
    }

    /** Under another version of its item: what that has no place for is left out. */
    public Draft under(ItemVersion version) {
        var kept = new LinkedHashMap<>(answers);
        kept.keySet().removeIf(field -> version.form().field(field).isEmpty());
        List<SubmittedMaterial> handed = materials.stream()
                .filter(one -> version.material(one.material()).isPresent())
                .toList();
        return new Draft(id, account, item, version.version(), division, kept, handed, way, updatedAt);
    }
}
