package org.yichuang.casework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole application in one call.
 *
 * @param division the district it is for; null where the form's own answer says it, or the item has one unit
 * @param way null: as its form was answered, else electronic
 */
public record NewCase(
        String item,
        @Nullable String division,
        Map<String, Object> answers,
        List<SubmittedMaterial> materials,
        @Nullable DeliveryWay way) {}
