package org.yichuang.documents;

import java.util.List;
import org.yichuang.shared.Text;

/** The official letters of a case. */
public enum LetterKind {
    RECEIPT("收", "收件凭证", "Receipt of application materials"),
    CORRECTION_NOTICE("补", "一次性告知（补正）通知书", "One-time notice of corrections"),
    /** AL-32 (3). */
    CORRECTION("正", "当场更正确认书", "Record of a correction made on the spot"),
    ACCEPTANCE("受", "受理通知书", "Notice of acceptance"),
    NON_ACCEPTANCE("不受", "不予受理决定书", "Decision not to accept"),
    NO_LICENCE_NEEDED("免", "不需许可告知书", "Notice that no licence is needed"),
    NOT_THIS_AUTHORITY("转", "不属本机关职权告知书", "Notice that another authority is competent"),
    DEEMED_ACCEPTANCE("视受", "视为受理通知书", "Notice of deemed acceptance"),
    PAUSE("中", "中止计时告知书", "Notice that the limit is paused"),
    RESUME("恢", "恢复计时告知书", "Notice that the limit runs again"),
    EXTENSION("延", "延长期限告知书", "Notice of extension"),
    GRANT("许", "准予许可决定书", "Decision to grant"),
    REFUSAL("不许", "不予许可决定书", "Decision to refuse"),
    /** Its title is the item's result, such as 食品经营许可证. */
    CERTIFICATE("证", "证照", "Certificate"),
    DELIVERY("送", "送达回证", "Proof of delivery"),
    WITHDRAWAL("撤", "撤回申请确认书", "Confirmation of withdrawal"),
    TERMINATION("终", "终止办理通知书", "Notice of termination");

    /** ONE-NOTICE: what a correction notice is called that a supervisor let through after the one. */
    public static final Text SECOND_NOTICE =
            Text.of("再次告知（补正）通知书", "Further notice of corrections, by leave of the supervising unit");

    /** ONE-NOTICE: what one is called that speaks only of what came after the one. */
    public static final Text LATER_NOTICE =
            Text.of("补充告知（补正）通知书", "Notice of corrections to what came after the one notice");

    private final String mark;
    private final Text title;

    LetterKind(String mark, String zh, String en) {
        this.mark = mark;
        this.title = Text.of(zh, en);
    }

    /** Its sign in a letter's number: 西市监受〔2026〕…. */
    public String mark() {
        return mark;
    }

    public Text title() {
        return title;
    }

    /** Only what is a licence is called one. */
    public Text title(boolean licence) {
        if (licence) {
            return title;
        }
        return switch (this) {
            case GRANT -> Text.of("准予办理决定书", "Decision to grant");
            case REFUSAL -> Text.of("不予办理决定书", "Decision to refuse");
            case NO_LICENCE_NEEDED -> Text.of("不需办理告知书", "Notice that nothing has to be applied for");
            default -> title;
        };
    }

    /** In both languages, of a letter with this title on it. */
    public Text title(String written) {
        for (Text further : List.of(SECOND_NOTICE, LATER_NOTICE)) {
            if (written.equals(further.zh())) {
                return further;
            }
        }
        Text other = title(false);
        return written.equals(other.zh()) ? other : title;
    }

    /** Denies something, so it gives reasons and names the remedies (AL 38). */
    public boolean adverse() {
        return switch (this) {
            case NON_ACCEPTANCE, NO_LICENCE_NEEDED, NOT_THIS_AUTHORITY, REFUSAL, TERMINATION -> true;
            default -> false;
        };
    }
}
