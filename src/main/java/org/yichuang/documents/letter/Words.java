package org.yichuang.documents.letter;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;

/** The small words of a letter's paper. A letter is a Chinese legal text with a courtesy line in English. */
public final class Words {
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Words() {}

    /** 一、 for the first point, as official papers count. */
    public static String ordinal(int index) {
        String digits = "一二三四五六七八九";
        int n = index + 1;
        if (n < 10) {
            return digits.charAt(n - 1) + "、";
        }
        String tens = n < 20 ? "十" : n < 100 ? digits.charAt(n / 10 - 1) + "十" : "";
        return tens.isEmpty() ? n + "、" : tens + (n % 10 == 0 ? "" : digits.charAt(n % 10 - 1)) + "、";
    }

    public static final String NUMBER = "编号";
    public static final String ISSUER = "发证机关";
    public static final String ISSUED = "发证日期";
    public static final String CODE = "验证码";
    public static final String SEAL = "印章";
    public static final String SEE_BEHIND = "见附页";
    public static final String BEHIND = "附页";
    public static final String REST = "其余各项";
    public static final String SCAN = "扫码验真，或在验真页面输入验证码";
    public static final String DEMO = "演示数据，不具法律效力";

    /** The line at the foot for who reads no Chinese. */
    public static String courtesy(LetterContent letter) {
        return letter.kind().title(letter.title()).en() + ", No. " + letter.number() + ", "
                + EN_DAY.format(letter.date()) + ". " + gist(letter) + " The Chinese text is the legal one.";
    }

    private static String gist(LetterContent letter) {
        return switch (letter.kind()) {
            case RECEIPT -> "The materials were received; acceptance is told separately.";
            case CORRECTION_NOTICE ->
                letter.title().equals(LetterKind.SECOND_NOTICE.zh())
                        ? "Please correct all that is listed; the supervising unit allowed it to be asked for."
                        : letter.title().equals(LetterKind.LATER_NOTICE.zh())
                                ? "Please correct all that is listed, of what came after the one notice."
                                : "Please correct all that is listed; nothing more may be asked later.";
            case CORRECTION -> "What is listed was corrected on the spot; acceptance is told separately.";
            case ACCEPTANCE -> "The application is complete and accepted; the time limit runs.";
            case NON_ACCEPTANCE -> "The application is not accepted, for the reasons listed.";
            case NO_LICENCE_NEEDED -> "Nothing has to be applied for.";
            case NOT_THIS_AUTHORITY -> "Please apply to the authority named here.";
            case DEEMED_ACCEPTANCE -> "No notice was given in time: the application counts as accepted from receipt.";
            case PAUSE -> "The time of the procedure named here does not count.";
            case RESUME -> "The procedure has ended; the time limit runs again.";
            case EXTENSION -> "The time limit is extended once, for the reason given.";
            case GRANT -> "The application is granted.";
            case REFUSAL -> "The application is refused, for the reasons listed; it can be contested.";
            case CERTIFICATE -> "Anyone can verify it by the code.";
            case DELIVERY -> "The documents listed were delivered.";
            case WITHDRAWAL -> "The application is withdrawn.";
            case TERMINATION -> "The case is ended, for the reasons listed; it can be contested.";
        };
    }
}
