package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole application in one call.
 *
 * @param division the district it is for, which counts only where the form's own answer says no place; null: it does, or
 *     the item has one unit
 * @param way null: as its form was answered, else electronic
 */
public record NewCase(
        @Schema(description = "The code of an item in force")
        String item,

        @Schema(
                description = "The district, street or community it is for, by its code; it counts only where the "
                        + "answers say no place. Null: they do, or the city alone decides")
        @Nullable
        String division,

        @Schema(description = "A text for each field of the form, by its key; of CHOICES a list of texts")
        Map<String, Object> answers,

        List<SubmittedMaterial> materials,

        @Schema(description = "Null: as the answers say, else electronic") @Nullable
        DeliveryWay way) {}
