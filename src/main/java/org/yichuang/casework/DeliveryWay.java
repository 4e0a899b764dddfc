package org.yichuang.casework;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.catalogue.Receiving;
import org.yichuang.shared.Text;

/** How the decision and the certificate reach the applicant. The electronic one exists in any case. */
public enum DeliveryWay {
    ELECTRONIC("电子送达", "Electronic"),
    POST("邮寄", "By post"),
    WINDOW("窗口领取", "Collect at a window");

    private final Text text;

    DeliveryWay(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /** What is asked for by these answers and was not by those before. */
    public static Optional<DeliveryWay> askedAnew(Map<String, ?> before, Map<String, ?> answers) {
        return asked(answers).filter(way -> asked(before).filter(way::equals).isEmpty());
    }

    /** The question how the result is to be received. */
    public static final String QUESTION = Receiving.QUESTION;

    /** What an applicant answered to how the result is to be received: every form asks it under the same key. */
    public static Optional<DeliveryWay> asked(Map<String, ?> answers) {
        return switch (String.valueOf(answers.get(QUESTION))) {
            case Receiving.ELECTRONIC -> Optional.of(ELECTRONIC);
            case Receiving.POST -> Optional.of(POST);
            case Receiving.COLLECT -> Optional.of(WINDOW);
            default -> Optional.empty();
        };
    }

    /** The answer that says where to. */
    public static final String ADDRESS = Receiving.ADDRESS;

    /** A word that a postal address has and a parcel's number has not. */
    private static final Pattern PLACE = Pattern.compile(
            "[省县镇乡村街路道巷弄幢栋楼室]|(?<![单编递件])号|市(?!内)|(?<!小)区"
                    + "|\\b(province|city|district|county|town|village|street|road|avenue|lane|building|room)\\b"
                    + "|\\d+ [a-z' ]+ (st|rd|ave)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Whether a note says where to, for who gave no address in the form. */
    public static boolean addressed(String note) {
        return PLACE.matcher(note).find();
    }

    /** Where to: every form asks it of who answers that it is to be posted, and of nobody else. */
    public static Optional<String> address(Map<String, ?> answers) {
        return Optional.ofNullable(answers.get(ADDRESS)).map(Object::toString).filter(address -> !address.isBlank());
    }
}
