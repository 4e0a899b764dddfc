package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yichuang.shared.Text;

/** The record that has to be made before a "no" leaves the window (DENIAL-FILING); officer, post and time are added. */
public record DenialFiling(
        @Schema(description = "On what ground, by its code") Reason reason,

        @Schema(description = "The article it stands on, as the letter names it")
        String article,

        @Schema(description = "What the applicant was told") String told) {
    /** Reason codes. */
    public enum Reason {
        NO_LICENCE_NEEDED("依法不需要办理", "Nothing has to be applied for"),
        NOT_OUR_AUTHORITY("不属于本机关职权范围", "Not within this authority's powers"),
        NOT_QUALIFIED("申请人不具备资格", "The applicant is not qualified"),
        CONDITIONS_NOT_MET("不符合法定条件", "The legal conditions are not met"),
        FALSE_MATERIALS("材料虚假", "The materials are false"),
        NOT_CORRECTED("没有按要求补正", "Not corrected as asked"),
        QUANTITY_REACHED("名额已满", "The limited number is used up"),
        FORBIDDEN("法律、法规禁止", "Forbidden by law"),
        OTHER("其他法定情形", "Another legal ground");

        private static final Set<Reason> NOT_AT_INTAKE =
                EnumSet.of(NO_LICENCE_NEEDED, NOT_OUR_AUTHORITY, CONDITIONS_NOT_MET, QUANTITY_REACHED);

        private final Text text;

        Reason(String zh, String en) {
            text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }

        /**
         * Those that this act can have. The first two answers of AL-32 are acts of their own, each with its one reason,
         * so that nobody declines and leaves the right authority unnamed. Whether the conditions are met, and whether the
         * number is used up, is reviewed and decided after acceptance by who is authorised to decide (AL 34, 37, 38): nobody
         * declines for that. A refusal can have nearly any, since it is all that is left after acceptance.
         *
         * @param uncorrected it may be that what was to be corrected was not: a notice was given, and nobody accepted the
         *     case since but the law
         */
        public static List<Reason> of(ActKind act, boolean uncorrected) {
            return switch (act) {
                case NOT_NEEDED -> List.of(NO_LICENCE_NEEDED);
                case NOT_HERE -> List.of(NOT_OUR_AUTHORITY);
                default ->
                    Arrays.stream(values())
                            .filter(reason -> act != ActKind.DECLINE || !NOT_AT_INTAKE.contains(reason))
                            .filter(reason -> uncorrected || reason != NOT_CORRECTED)
                            .toList();
            };
        }
    }
}
