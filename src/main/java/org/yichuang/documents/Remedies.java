package org.yichuang.documents;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a decision can be contested: administrative review within 60 days (行政复议法 20), a suit within six months
 * (行政诉讼法 46).
 */
public final class Remedies {
    private Remedies() {}

    /** Where the city's data name a body, the letter does; where not, it is the competent one. */
    public static String naming(@Nullable String reviewBody, @Nullable String court) {
        return "如对本决定不服，可以自收到之日起六十日内依法向" + Objects.requireNonNullElse(reviewBody, "有管辖权的行政复议机关")
                + "申请行政复议，也可以自收到之日起六个月内依法向" + Objects.requireNonNullElse(court, "有管辖权的人民法院") + "提起行政诉讼。";
    }
}
