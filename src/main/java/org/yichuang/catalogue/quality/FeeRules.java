package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.unless;
import static org.yichuang.catalogue.quality.Rule.warning;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.catalogue.Fee;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.shared.Text;

/** Fees. */
final class FeeRules {
    private static final Text AL_58 = LegalRule.AL_58.article();

    /** A sum of money that is not nothing, in a clause that does not say that nobody pays it. */
    private static final Pattern MONEY =
            Pattern.compile("¥\\s*[\\d.,]*[1-9]|[1-9一二两三四五六七八九十百千万][\\d.,]*\\s*[百千万]*([美欧港]?元(?!化)|块钱|(?<=\\d\\s?)块)");

    private static final Pattern CLAUSE = Pattern.compile("[;。、()]|,(?!\\d)");
    private static final Pattern NOT_PAID = Pattern.compile("不收|免|取消|停征|原(?!件)|承担");

    /** What laws and regulations are called; a price document bears a number alone. */
    private static final Pattern LAW = Pattern.compile("法|条例|规定");

    private FeeRules() {}

    static final List<Rule> ALL = List.of(
            error("AL-58-FEE", AL_58, item -> fee(item.fee())),
            warning(
                    "FEE-LAW",
                    AL_58,
                    FeeRules::byLaw,
                    "fee.basis",
                    "许可收费要由法律、行政法规设定，这里没有写是哪一部",
                    "Only a law or an administrative regulation sets a fee for a licence, and none is named here"),
            warning(
                    "FEE-READ",
                    AL_58,
                    item -> !item.fee().charged() || item.fee().verified(),
                    "fee",
                    "收费的依据还没有核对",
                    "The basis of the fee was not read yet"));

    private static Stream<Fault> fee(Fee fee) {
        return Stream.of(
                        unless(
                                !fee.standard().zh().isBlank(),
                                "fee.standard",
                                "没有写收不收费、收多少",
                                "What it costs is missing"),
                        unless(
                                fee.charged() || !costs(fee.standard().zh()),
                                "fee.charged",
                                "写了金额，却没有写 charged: true：收费的，写上它和依据（basis）",
                                "An amount is named without charged: true: what costs something says so, and its basis"),
                        unless(
                                !fee.charged()
                                        || (fee.basis() != null
                                                && !fee.basis().zh().isBlank()),
                                "fee.basis",
                                "收费要有法律、行政法规的依据",
                                "A fee needs a law or regulation that sets it"))
                .flatMap(found -> found);
    }

    /** For a licence only a law or an administrative regulation sets a fee; who names its amount is not enough. */
    private static boolean byLaw(ItemVersion item) {
        Text basis = item.fee().basis();
        return !item.licence()
                || !item.fee().charged()
                || basis == null
                || basis.zh().isBlank()
                || LAW.matcher(basis.zh()).find();
    }

    private static boolean costs(String standard) {
        return CLAUSE.splitAsStream(Normalizer.normalize(standard, Normalizer.Form.NFKC))
                .anyMatch(clause -> MONEY.matcher(clause).find()
                        && !NOT_PAID.matcher(clause).find());
    }
}
