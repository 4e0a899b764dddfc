package org.yichuang.documents;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** What the law gives whoever is not content, where the item's own law has no other way. */
public enum Remedies {
    /** A decision: review within 60 days (行政复议法 20), or a suit within six months (行政诉讼法 46). */
    DECISION(
            "如对本决定不服，可以自收到之日起六十日内依法向%s申请行政复议，也可以自收到之日起六个月内依法向%s提起行政诉讼。",
            "If you disagree with the decision, you may ask the competent body for administrative review within 60 days of"
                    + " receiving it, or sue before the competent court within six months of receiving it."),
    /**
     * No decision in the time that the law gives: review within 60 days of its end (行政复议法 11, 20). It comes before any
     * suit (23), which may follow within fifteen days (行政诉讼法 45); the two months of 行政诉讼法 47 are for other silence.
     */
    SILENCE(
            "法定期限届满没有作出决定的，可以自届满之日起六十日内依法向%s申请行政复议；对复议决定不服，或者复议机关逾期不作决定的，"
                    + "可以自收到复议决定书或者复议期满之日起十五日内依法向%s提起行政诉讼"
                    + "（行政复议法第十一条、第二十条、第二十三条，行政诉讼法第四十五条）。",
            "Where the law's time has ended without a decision, you may ask the competent body for administrative review"
                    + " within 60 days of that end. If you disagree with what it decides, or it does not decide in time, you may"
                    + " then sue before the competent court within 15 days of receiving its decision or of the end of its time"
                    + " (Administrative Reconsideration Law arts. 11, 20, 23; Administrative Litigation Law art. 45).");

    private final String zh;
    private final String en;

    Remedies(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Where the city's data name a body, so does the Chinese, which is what letters are written in. */
    public Text naming(@Nullable String reviewBody, @Nullable String court) {
        return Text.of(
                zh.formatted(
                        Objects.requireNonNullElse(reviewBody, "有管辖权的行政复议机关"),
                        Objects.requireNonNullElse(court, "有管辖权的人民法院")),
                en);
    }
}
