package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** A window of a centre. */
public record Window(
        @Schema(description = "`330106-centre-24`") String code,

        @Schema(description = "Code of its centre: `330106-centre`")
        String centre,

        @Schema(description = "As it stands above it") String number,

        @Schema(description = "Where in the centre; null: there is one room") @Nullable
        Text place,

        @Schema(description = "What it is for") Text name,

        @Schema(description = "The unit whose work it does, by its code; null: every unit's") @Nullable
        String unit) {

    /** 2 楼 B 区 24 号窗口. */
    public Text label() {
        return label(where(), List.of(number));
    }

    /** 2 楼 B 区 23、24 号窗口; one line a part of the centre that they stand in. */
    public static List<Text> labels(List<Window> windows) {
        var parts = new LinkedHashMap<Text, List<String>>();
        for (Window window : windows) {
            parts.computeIfAbsent(window.where(), part -> new ArrayList<>()).add(window.number);
        }
        return parts.entrySet().stream()
                .map(part -> label(part.getKey(), part.getValue()))
                .toList();
    }

    private Text where() {
        return place == null ? Text.of("", "") : Text.of(place.zh() + " ", place.en() + ", ");
    }

    private static Text label(Text where, List<String> numbers) {
        String windows = numbers.size() == 1 ? "window " : "windows ";
        return Text.of(
                where.zh() + String.join("、", numbers) + " 号窗口", where.en() + windows + String.join(", ", numbers));
    }
}
