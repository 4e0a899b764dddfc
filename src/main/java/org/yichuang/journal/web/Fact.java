package org.yichuang.journal.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/**
 * One value of a payload with what it means.
 *
 * @param path where it stands in the payload: {@code letters[0].sha256}
 * @param key the last key of these
 * @param label what the path is called; null where no part of it has a name
 * @param value as it stands in the payload
 * @param word what the value stands for, where it is a code
 */
public record Fact(
        String path,
        String key,
        @Nullable Text label,
        String value,
        @Nullable Text word) {
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
    private static final Pattern ID_OR_HASH = Pattern.compile("[0-9a-f-]{32,}");

    /** For people: the word, the time in the city, or the value as it is. */
    public String said(Ui ui) {
        if (word != null) {
            return ui.t(word);
        }
        Instant instant = instant();
        return instant == null ? value : ui.moment(instant);
    }

    private @Nullable Instant instant() {
        try {
            return INSTANT.matcher(value).matches() ? Instant.parse(value) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Says nothing to a person. */
    public boolean technical() {
        return word == null && ID_OR_HASH.matcher(value).matches();
    }
}
