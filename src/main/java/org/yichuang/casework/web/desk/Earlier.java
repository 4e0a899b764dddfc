package org.yichuang.casework.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/**
 * Something that a correction replaced, as the record keeps it.
 *
 * @param what the answer or material
 * @param was the earlier answer, or the earlier file's name
 * @param file to be opened; null: an answer, or paper
 * @param sha256 the file's fingerprint, empty where there is none
 */
public record Earlier(Text what, Text was, @Nullable UUID file, String sha256) {
    private static final Text NOTHING = Text.of("（没有填）", "(no answer)");

    /** What an entry of the record replaced; nothing for most. */
    public static List<Earlier> of(TimelineEntry entry, ItemVersion item) {
        var all = new ArrayList<Earlier>();
        if (entry.payload().get("before") instanceof Map<?, ?> answers) {
            answers.forEach((key, answer) -> all.add(answer(String.valueOf(key), answer, item)));
        }
        replaced(entry).forEach(file -> all.add(material(file, item)));
        return all;
    }

    private static Earlier answer(String key, @Nullable Object answer, ItemVersion item) {
        Optional<Field> field = item.form().field(key);
        Text was = field.map(known -> Text.of(known.say(answer, Lang.ZH), known.say(answer, Lang.EN)))
                .orElse(Text.same(String.valueOf(answer)));
        return new Earlier(
                field.map(Field::label).orElse(Text.same(key)), was.zh().isEmpty() ? NOTHING : was, null, "");
    }

    private static Earlier material(Map<?, ?> file, ItemVersion item) {
        String code = String.valueOf(file.get("material"));
        Object sha256 = file.get("sha256");
        return new Earlier(
                item.material(code).map(Material::name).orElse(Text.same(code)),
                Text.same(String.valueOf(file.get("name"))),
                id(file).orElse(null),
                sha256 == null ? "" : sha256.toString());
    }

    private static Stream<Map<?, ?>> replaced(TimelineEntry entry) {
        return entry.payload().get("replaced") instanceof List<?> files
                ? files.stream().flatMap(file -> file instanceof Map<?, ?> one ? Stream.of(one) : Stream.empty())
                : Stream.empty();
    }

    private static Optional<UUID> id(Map<?, ?> file) {
        return file.get("file") instanceof String id ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
