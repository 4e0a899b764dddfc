package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.warning;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.shared.Text;

/** Everything that is said in Chinese is said in English as well. */
final class LanguageRules {
    private static final Text OWN = Text.of("中英文都要完整", "Complete in both languages");

    private LanguageRules() {}

    static final List<Rule> ALL = List.of(warning("ENGLISH", OWN, LanguageRules::untranslated));

    private static Stream<Fault> untranslated(ItemVersion item) {
        List<Fault> faults = new ArrayList<>();
        walk(item, "", faults);
        return faults.stream();
    }

    private static void walk(@Nullable Object value, String path, List<Fault> faults) {
        if (value instanceof Text text) {
            if (!text.zh().isBlank() && (text.en().isBlank() || chinese(text.en()))) {
                faults.add(Fault.of(path, "“" + text.zh() + "”没有英文", "“" + text.zh() + "” has no English"));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), path + "[" + i + "]", faults);
            }
        } else if (value instanceof Record parts) {
            for (RecordComponent part : parts.getClass().getRecordComponents()) {
                walk(read(parts, part), path.isEmpty() ? part.getName() : path + "." + part.getName(), faults);
            }
        }
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static @Nullable Object read(Record parts, RecordComponent part) {
        try {
            return part.getAccessor().invoke(parts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
