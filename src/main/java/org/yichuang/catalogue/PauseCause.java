package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/** What AL-45 lets stop the clock. A plain site survey is not on the list. */
public enum PauseCause {
    HEARING("听证", "Hearing"),
    TENDER("招标", "Tender"),
    AUCTION("拍卖", "Auction"),
    INSPECTION("检验", "Inspection"),
    TESTING("检测", "Testing"),
    QUARANTINE("检疫", "Quarantine"),
    APPRAISAL("鉴定", "Appraisal"),
    EXPERT_REVIEW("专家评审", "Expert review");

    private final Text text;

    PauseCause(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
