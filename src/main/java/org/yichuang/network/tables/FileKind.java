package org.yichuang.network.tables;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** As what a table is given out. */
public enum FileKind {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    FileKind(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public String name(Table table) {
        return table.name() + "." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * @param format csv or xlsx; decides where it is given
     * @param accept the header of that name
     * @throws Problem 422 where the format, 406 where the header means neither
     */
    public static FileKind of(@Nullable String format, @Nullable String accept) {
        if (format != null) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equalsIgnoreCase(format))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("format", "只有 csv 和 xlsx", "The format is csv or xlsx"));
        }
        return accepted(accept == null || accept.isBlank() ? MediaType.ALL_VALUE : accept);
    }

    private static FileKind accepted(String accept) {
        try {
            var types = MediaType.parseMediaTypes(accept);
            for (FileKind kind : values()) {
                MediaType own = MediaType.parseMediaType(kind.type);
                if (types.stream().anyMatch(type -> type.isCompatibleWith(own))) {
                    return kind;
                }
            }
        } catch (InvalidMediaTypeException e) {
            // said below, like a type that is none of ours
        }
        throw new Problem(
                406,
                "not-acceptable",
                Text.of("这张表只有 CSV 和 XLSX", "This table is given out as CSV or XLSX only"),
                java.util.List.of());
    }
}
