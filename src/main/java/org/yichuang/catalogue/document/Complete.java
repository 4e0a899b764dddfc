package org.yichuang.catalogue.document;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether everything that may not be null is there: what the compiler knows of our own code, asked of a document. */
public final class Complete {
    private Complete() {}

    /** The elements that are missing, as paths: {@code materials[2].name}. */
    static List<String> missing(Record value) {
        List<String> missing = new ArrayList<>();
        walk(value, "", missing);
        return missing;
    }

    private static void walk(@Nullable Object value, String path, List<String> missing) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) == null) {
                    missing.add(path + "[" + i + "]");
                }
                walk(list.get(i), path + "[" + i + "]", missing);
            }
        } else if (value instanceof Record parts) {
            for (RecordComponent part : parts.getClass().getRecordComponents()) {
                String name = path.isEmpty() ? part.getName() : path + "." + part.getName();
                Object inside = read(parts, part);
                if (inside == null && !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    missing.add(name);
                }
                walk(inside, name, missing);
            }
        }
    }

    public static @Nullable Object read(Record parts, RecordComponent part) {
        try {
            return part.getAccessor().invoke(parts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
