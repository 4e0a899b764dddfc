package org.yichuang.network.api;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;

/** What an address asks of the database, held to what the database can be asked: no control characters, no year 9999999. */
final class Asked {
    private Asked() {}

    static @Nullable String word(String field, @Nullable String value) {
        if (value != null && !PlainText.oneLine(value)) {
            throw Problem.invalid(field, "这里有不能用的字符", "There is a character here that cannot be used");
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The key of something that is there. */
    static @Nullable String known(String field, @Nullable String value, Predicate<String> there) {
        String key = word(field, value);
        Problem.ifUnknown(field, key, there);
        return key;
    }

    /** A day that the database's own days reach, and the law's. */
    static @Nullable LocalDate day(String field, @Nullable LocalDate day) {
        if (day != null && !Days.reached(day)) {
            throw Problem.invalid(field, "日期在 1949 到 2999 年之间", "A day lies between 1949 and 2999");
        }
        return day;
    }
}
