package org.yichuang.shared;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A telephone number of this country, as people write it. */
public final class Phone {
    private static final String MOBILE = "1[3-9]\\d{9}";
    private static final String LINE = "0[1-9]\\d{8,10}";
    /** A land line after the country, where its area code has no 0. */
    private static final String AREA = "(?:10|2\\d|[3-9]\\d{2})\\d{7,8}";

    private static final Pattern EXTENDED = Pattern.compile("(.*\\d{2,3}-?\\d{7,8})(-\\d{1,6})");

    private Phone() {}

    /** As it is dialled inside the country, the extension of a land line after a hyphen; null where it is none. */
    public static @Nullable String dialled(String typed) {
        String said = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceAll("\\p{Pd}", "-");
        Matcher extended = EXTENDED.matcher(said);
        if (extended.matches() && inland(extended.group(1)).matches(LINE)) {
            return inland(extended.group(1)) + extended.group(2);
        }
        String number = inland(said);
        return number.matches(MOBILE + "|" + LINE) ? number : null;
    }

    private static String inland(String said) {
        return said.replace("-", "")
                .replaceFirst("^(?:\\+|00)86(?=" + MOBILE + "$|0)", "")
                .replaceFirst("^(?:\\+|00)86(?=" + AREA + "$)", "0");
    }
}
