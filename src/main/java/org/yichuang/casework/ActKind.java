package org.yichuang.casework;

import java.util.Locale;
import org.yichuang.shared.Text;

/** The acts of a case's life, by name. What each needs to be told is {@link CaseAct}. */
public enum ActKind {
    SUBMIT("提交", "Submit"),
    ACCEPT("受理", "Accept"),
    DEEM_ACCEPTED("视为受理", "Deem accepted"),
    NOTICE("一次性告知补正", "Give the one correction notice"),
    ALLOW_NOTICE("准许再次告知", "Allow a second notice"),
    CORRECT("当场更正", "Correct on the spot"),
    SUPPLEMENT("补正材料", "Hand in the corrections"),
    DECLINE("不予受理", "Decline to accept"),
    NOT_HERE("告知向有权机关申请", "Name the right authority"),
    NOT_NEEDED("告知不需要办理", "Say nothing has to be applied for"),
    ON_THE_SPOT("当场办结", "Decide on the spot"),
    FINISH_STEP("提出审查意见", "Finish a step"),
    PROPOSE_PAUSE("报请中止计时", "Ask for a pause"),
    PROPOSE_EXTENSION("报请延长", "Ask for an extension"),
    APPROVE("批准", "Approve"),
    REJECT("不批准", "Do not approve"),
    TAKE_BACK("收回报请", "Take the request back"),
    RESUME("恢复计时", "Resume the clock"),
    GRANT("准予", "Grant"),
    REFUSE("不予准许", "Refuse"),
    DELIVER("送达", "Deliver"),
    CONFIRM_RECEIPT("确认收到", "Confirm receipt"),
    CHOOSE_DELIVERY("选择领取方式", "Choose how to receive it"),
    WITHDRAW("撤回申请", "Withdraw"),
    TERMINATE("终止办理", "Terminate"),
    JUDGE("复核否定", "Review the denial"),
    REVERSE("撤销否定", "Reverse the denial"),
    ANSWER("回复质询", "Answer the question"),
    RECOMPUTE("重算时限", "Recompute the due dates");

    private final Text text;

    ActKind(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /** As it stands in addresses: {@code finish-step}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
