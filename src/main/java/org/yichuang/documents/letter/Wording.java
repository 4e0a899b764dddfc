package org.yichuang.documents.letter;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.documents.Citation;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.NewLetter;
import org.yichuang.documents.Remedies;

/** The standard text of each kind of letter, with the article of the Licensing Law (AL) that asks for it. */
final class Wording {
    /** What a kind says by itself: before its points, after them, and by which article. */
    private record Standard(List<String> before, List<String> after, List<Citation> basis) {
        private static Standard of(String before, String after, Citation... basis) {
            return new Standard(List.of(before), List.of(after), List.of(basis));
        }

        private static Standard of(String before, Citation... basis) {
            return new Standard(List.of(before), List.of(), List.of(basis));
        }
    }

    private Wording() {}

    /** The whole letter: what was said, and what its kind says by itself. */
    static LetterContent complete(NewLetter letter, String code) {
        LetterContent said = letter.said();
        if (said.kind().adverse()
                && said.points().isEmpty()
                && said.paragraphs().isEmpty()) {
            throw new IllegalArgumentException(said.kind() + " needs a reason (AL-38)");
        }
        Standard standard = said.kind() == LetterKind.RECEIPT && letter.ordinal() > 1
                ? corrected(said, letter)
                : standard(said, letter);
        var citations = new ArrayList<Citation>();
        if (letter.licence() && !letter.ownLaw()) {
            citations.addAll(standard.basis());
        }
        said.citations().stream()
                .filter(more -> citations.stream().noneMatch(own -> own.covers(more)))
                .forEach(citations::add);
        String remedies = said.remedies() == null && said.kind().adverse()
                ? Remedies.DECISION.naming(null, null).zh()
                : said.remedies();
        return new LetterContent(
                said.kind(),
                title(said, letter.licence()),
                number(said, letter),
                code,
                said.caseId(),
                said.caseNumber(),
                said.item(),
                said.issuer(),
                said.addressee(),
                said.date(),
                said.facts(),
                said.paragraphs().isEmpty() ? standard.before() : said.paragraphs(),
                said.points(),
                said.schedule(),
                standard.after(),
                List.copyOf(citations),
                remedies,
                said.validFrom(),
                said.validUntil());
    }

    /** Only what is a licence is called one. */
    private static String title(LetterContent said, boolean licence) {
        if (licence || !said.title().equals(said.kind().title().zh())) {
            return said.title();
        }
        return said.kind().title(licence).zh();
    }

    private static String mark(LetterKind kind, boolean licence) {
        return switch (kind) {
            case GRANT -> licence ? kind.mark() : "准";
            case REFUSAL -> licence ? kind.mark() : "不准";
            default -> kind.mark();
        };
    }

    /** 西市监受〔2026〕…号: follows from the case's number, so that no two letters wait for one counter. */
    private static String number(LetterContent said, NewLetter letter) {
        String kind = mark(said.kind(), letter.licence());
        String mark = said.issuer().mark() == null ? kind + "字" : said.issuer().mark() + kind;
        String which = letter.ordinal() > 1 ? "之" + letter.ordinal() : "";
        return mark + "〔" + said.date().getYear() + "〕" + said.caseNumber() + "号" + which;
    }

    /** Of what is no licence it speaks neither of one, nor of what the Licensing Law says. */
    private static Standard standard(LetterContent said, NewLetter letter) {
        boolean licence = letter.licence();
        String you = said.addressee().person() ? "你" : "你单位";
        String asked = you + "提出的“" + said.item() + "”申请";
        return switch (said.kind()) {
            case RECEIPT ->
                Standard.of(
                        you + "提交的“" + said.item() + "”申请材料，本机关已于" + day(said) + "收到。本凭证只证明收到材料，是否受理另行通知。",
                        "材料不齐全或者不符合法定形式的，本机关当场或者自收到之日起" + days(letter) + "内一次告知需要补正的全部内容；逾期不告知的，自收到材料之日起即为受理。",
                        Citation.al("AL-32", "第三十二条第一款第四项"));
            case CORRECTION_NOTICE -> notice(said, asked + "，经审查，申请材料不齐全或者不符合法定形式。");
            case CORRECTION ->
                Standard.of(
                        asked + "，申请材料中可以当场更正的错误，已经当场更正如下：",
                        "本确认书只证明当场更正，是否受理另行通知。",
                        Citation.al("AL-32", "第三十二条第一款第三项"));
            case ACCEPTANCE ->
                Standard.of(asked + "，属于本机关职权范围，申请材料齐全、符合法定形式，决定予以受理。", Citation.al("AL-32", "第三十二条第一款第五项"));
            case NON_ACCEPTANCE -> Standard.of(asked + "，经审查，决定不予受理。理由如下：", Citation.al("AL-32", "第三十二条"));
            case NO_LICENCE_NEEDED ->
                Standard.of(
                        asked + (licence ? "，经审查，依法不需要取得许可，本机关不受理，特此告知。" : "，经审查，不需要办理，本机关不受理，特此告知。"),
                        Citation.al("AL-32", "第三十二条第一款第一项"));
            case NOT_THIS_AUTHORITY ->
                Standard.of(asked + "，依法不属于本机关职权范围，决定不予受理。请向下列机关申请：", Citation.al("AL-32", "第三十二条第一款第二项"));
            case DEEMED_ACCEPTANCE ->
                Standard.of(
                        asked + "，本机关在" + days(letter) + (letter.lawful() ? "" : "（本市规定的期限）")
                                + "内没有告知需要补正的内容，也没有作出其他答复，" + (licence && letter.lawful() ? "依法" : "")
                                + "自收到申请材料之日起即为受理。",
                        Citation.al("AL-32", "第三十二条第一款第四项"));
            case PAUSE ->
                Standard.of(
                        asked + "，办理中依法需要进行下列程序，所需时间不计算在办理期限内，现书面告知：",
                        "上述程序结束后，办理期限继续计算，本机关另行告知。",
                        Citation.al("AL-45", "第四十五条"));
            case RESUME -> Standard.of(asked + "，中止计时的程序已经结束，办理期限继续计算。", Citation.al("AL-45", "第四十五条"));
            case EXTENSION ->
                Standard.of(asked + "，不能在规定期限内作出决定。经本机关负责人批准，办理期限延长一次，理由告知如下：", Citation.al("AL-42", "第四十二条第一款"));
            case GRANT ->
                Standard.of(
                        asked + "，经审查，符合法定条件、标准，决定准予。",
                        "依照本决定应当颁发证件的，本机关自作出决定之日起" + days(letter) + "内颁发、送达。",
                        Citation.al("AL-38", "第三十八条第一款"),
                        Citation.al("AL-44", "第四十四条"));
            case REFUSAL ->
                Standard.of(
                        asked + "，经审查，不符合法定条件、标准，决定不予" + (licence ? "许可" : "办理") + "。理由如下：",
                        Citation.al("AL-38", "第三十八条第二款"));
            case CERTIFICATE -> new Standard(List.of(), List.of(), List.of());
            case DELIVERY -> Standard.of("下列文书已经送达。");
            case WITHDRAWAL -> Standard.of(asked + "，本机关收到" + you + "撤回申请的意愿。确认撤回，本次办理结束。");
            case TERMINATION -> Standard.of(asked + "，本机关决定终止办理。理由如下：");
        };
    }

    /** ONE-NOTICE: the one, one that the supervising unit let through, or one on what came after the one. */
    private static Standard notice(LetterContent said, String found) {
        Citation once = Citation.al("AL-32", "第三十二条第一款第四项");
        String mend = "请补正后提交。补正齐全并符合法定形式的，本机关予以受理；";
        if (said.title().equals(LetterKind.SECOND_NOTICE.zh())) {
            return Standard.of(found + "经监督单位准许，再次告知需要补正的内容如下：", mend + "此前已经存在而历次通知都没有列出的问题，未经监督单位再次准许，不再要求补正。", once);
        }
        return said.title().equals(LetterKind.LATER_NOTICE.zh())
                ? Standard.of(
                        found + "前次告知以后收到的材料和填写的内容，需要补正的全部列明如下：", mend + "此前已经存在而历次通知都没有列出的问题，未经监督单位准许，不再要求补正。", once)
                : Standard.of(found + "需要补正的全部内容一次告知如下：", mend + "首次提交时已经存在而本通知没有列出的问题，不再要求补正。", once);
    }

    /**
     * The receipt of corrections, later than the first: the one notice has been given, and the days to answer count anew.
     */
    private static Standard corrected(LetterContent said, NewLetter letter) {
        String you = said.addressee().person() ? "你" : "你单位";
        return Standard.of(
                you + "补正的“" + said.item() + "”申请材料，本机关已于" + day(said) + "收到。本凭证只证明收到材料，是否受理另行通知。",
                "需要补正的内容已经一次告知；首次提交时已经存在而没有告知的问题，未经监督单位准许，不再要求补正。自收到补正材料之日起" + days(letter) + "内没有答复的，自收到材料之日起即为受理。",
                Citation.al("AL-32", "第三十二条第一款第四项"));
    }

    /** 五个工作日. */
    private static String days(NewLetter letter) {
        if (letter.workingDays() < 1) {
            throw new IllegalArgumentException("It tells within how many working days");
        }
        String number = letter.workingDays() > 10
                ? String.valueOf(letter.workingDays())
                : "一两三四五六七八九十".substring(letter.workingDays() - 1, letter.workingDays());
        return number + "个工作日";
    }

    private static String day(LetterContent said) {
        return LetterContent.day(said.date());
    }
}
