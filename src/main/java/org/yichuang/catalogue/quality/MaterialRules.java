package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.shared.Text;

/** What is asked of the applicant, and that nothing else can be. */
final class MaterialRules {
    private static final Text AL_30 = LegalRule.AL_30.article();
    private static final Text AL_31 = LegalRule.AL_31.article();
    private static final Text ONCE =
            Text.of("浙江省保障“最多跑一次”改革规定第八条", "Zhejiang Regulation on Running Errands At Most Once, art. 8");
    /** Names under which anything could be demanded; 其他股东的身份证明 is none of them. */
    private static final Pattern CATCH_ALL = Pattern.compile(String.join(
            "|",
            "^其[他它]$",
            "其[他它](的|有关|相关|必要|需要|应当|规定|要求|提供|提交|证明|辅助|补充){0,4}(材料|资料|文件|证明)",
            "等(材料|资料|文件)",
            "(需要|应当|要求|规定)(提供|提交)?的(其[他它]|有关|相关)?(材料|资料|文件)",
            "^(相关|有关)的?(材料|资料|文件|证明)"));

    private MaterialRules() {}

    static final List<Rule> ALL = List.of(
            error(
                    "AL-30-MATERIALS",
                    AL_30,
                    item -> !item.materials().isEmpty(),
                    "materials",
                    "没有写材料目录",
                    "The list of materials is missing"),
            // who has to fill in a form is shown one that is filled in
            error(
                    "AL-30-SAMPLE",
                    AL_30,
                    item -> each(
                            item,
                            material -> material.filledInByHand()
                                    && material.sample().isEmpty(),
                            "没有示范文本（sample）",
                            "has no filled-in example (sample)")),
            error(
                    "AL-31-CLEAR",
                    AL_31,
                    item -> each(
                            item,
                            material -> CATCH_ALL.matcher(material.name().zh()).find(),
                            "是兜底条款，说不清要什么：一样一样列出来",
                            "could mean anything: list each paper that is needed")),
            error("AL-31-ONCE", AL_31, MaterialRules::twice),
            error("MATERIAL-KEY", AL_31, MaterialRules::keys),
            // a case that is accepted takes no papers any more: who is told so by the guide could not hand it in
            error(
                    "MATERIAL-LATER",
                    AL_31,
                    item -> each(
                            item,
                            material -> material.necessity() == Material.Necessity.MAY_FOLLOW,
                            "写的是容缺后补，而受理以后还没有补交的途径：写必要，或部分情形需要",
                            "may follow later, and there is no way yet to hand it in after acceptance: say that it is required,"
                                    + " or in which cases")),
            // who reads the list has to see whether it is asked of them
            warning(
                    "MATERIAL-WHEN",
                    AL_30,
                    item -> each(
                            item,
                            material -> material.necessity() == Material.Necessity.IN_SOME_CASES
                                    && material.when() == null
                                    && material.note() == null,
                            "只在部分情形需要，没有写哪些情形：写条件（when）或说明（note）",
                            "is needed in some cases, and nothing says in which: give when, or a note")),
            warning(
                    "ONCE-ONLY",
                    ONCE,
                    item -> each(
                            item,
                            material -> material.source() == Material.Source.GOVERNMENT && !material.held(),
                            "是政府发的，应当由系统取得",
                            "is issued by the government and should be fetched")));

    private static Stream<Fault> twice(ItemVersion item) {
        Set<String> names = new HashSet<>();
        return each(item, material -> !names.add(material.name().zh()), "列了两次", "is listed twice");
    }

    private static Stream<Fault> keys(ItemVersion item) {
        Set<String> codes = new HashSet<>();
        return item.materials().stream()
                .filter(material -> !FormRules.KEY.matcher(material.code()).matches() || !codes.add(material.code()))
                .map(material -> Fault.of(
                        "materials." + material.code(),
                        "材料代码“" + material.code() + "”重复，或不是小写字母、数字和下划线",
                        "The code “" + material.code() + "” is doubled, or not lower-case letters, digits and _"));
    }

    /** What is wrong with each of these, behind its name. */
    private static Stream<Fault> each(ItemVersion item, Predicate<Material> wrong, String zh, String en) {
        return item.materials().stream()
                .filter(wrong)
                .map(material -> Fault.of(
                        "materials." + material.code(),
                        "“" + material.name().zh() + "”" + zh,
                        "“" + material.name().en() + "” " + en));
    }
}
