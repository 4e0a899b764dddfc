package org.yichuang.catalogue.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts as they are compared: full-width made half-width, traditional simplified, lower case, letters and digits only. */
final class Words {
    private static final Pattern PLURAL = Pattern.compile("(?<=.{3})((?<=ch|sh|ss|x)es|(?<![sui])s)$");
    private static final Pattern Y = Pattern.compile("(?<=.{3})(y|ie)$");
    /** The traditional characters of the words by which items are asked for, each where its simplified one stands below. */
    private static final String TRADITIONAL = "產證業註冊護戶險稅車駛駕執辦請領換補繳費買賣貸遷變銷記機動場開關館飯廳飲煙藥醫療衛學師資許"
            + "營經貿運輸貨環評標廣設計築規劃農鄉鎮樓離結養兒嬰歲殘傷職勞團體個單員號碼帳電氣來灣國際簽遊"
            + "親繼與轉讓約審驗檢備圖報銀網訴訟罰爭議調優滿續遺麼嗎還這幾時間裡樣條應對過後會發舊現內區點"
            + "鋪攤賓給務專類聯邊緣難貧婦麵貼違辭僱撫贍贈積園門髮處術藝無";

    private static final String SIMPLIFIED = "产证业注册护户险税车驶驾执办请领换补缴费买卖贷迁变销记机动场开关馆饭厅饮烟药医疗卫学师资许"
            + "营经贸运输货环评标广设计筑规划农乡镇楼离结养儿婴岁残伤职劳团体个单员号码账电气来湾国际签游"
            + "亲继与转让约审验检备图报银网诉讼罚争议调优满续遗么吗还这几时间里样条应对过后会发旧现内区点"
            + "铺摊宾给务专类联边缘难贫妇面贴违辞雇抚赡赠积园门发处术艺无";

    private Words() {}

    static String plain(String text) {
        String normal = normal(text).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(normal.length());
        normal.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Full-width letters made half-width, traditional characters simplified. */
    static String normal(String text) {
        StringBuilder normal = new StringBuilder(Normalizer.normalize(text, Normalizer.Form.NFKC));
        for (int i = 0; i < normal.length(); i++) {
            int at = normal.charAt(i) < 0x80 ? -1 : TRADITIONAL.indexOf(normal.charAt(i));
            if (at >= 0) {
                normal.setCharAt(i, SIMPLIFIED.charAt(at));
            }
        }
        return normal.toString();
    }

    /** The words of an English text, the American license as the licence. */
    static String[] english(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("licens", "licenc")
                .split("[^\\p{L}\\p{N}]+");
    }

    /** The words of an English text, each also as its {@link #stem}. */
    static String[] forms(String text) {
        return Arrays.stream(english(text))
                .flatMap(word -> Stream.of(word, stem(word)))
                .distinct()
                .toArray(String[]::new);
    }

    /** Several like one: companies as compani, as company is too. */
    static String stem(String word) {
        return Y.matcher(PLURAL.matcher(word).replaceFirst("")).replaceFirst("i");
    }

    static boolean latin(String plain) {
        return plain.chars().allMatch(c -> c < 0x80);
    }

    /** Whether all characters of the short stand in the long, in their order: 教师证 in 教师资格证. */
    static boolean shortens(String brief, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < brief.length(); i++) {
            if (whole.charAt(i) == brief.charAt(at)) {
                at++;
            }
        }
        return at == brief.length();
    }

    /** A letter wrong, missing or too many, or two of a long word; never the first, which people get right. */
    static boolean slip(String typed, String meant) {
        int most = typed.length() < 5 ? 0 : typed.length() < 7 ? 1 : 2;
        return most > 0
                && !meant.isEmpty()
                && typed.charAt(0) == meant.charAt(0)
                && Math.abs(typed.length() - meant.length()) <= most
                && distance(typed, meant) <= most;
    }

    /** How many letters have to be put in, taken out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int before = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    /** Every two characters that stand beside each other. */
    static Set<String> pairs(String plain) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}
