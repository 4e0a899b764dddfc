package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.unless;
import static org.yichuang.catalogue.quality.Rule.warning;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.Outcome;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;

/** What article 30 wants published, and whether the parts agree with each other. */
final class GuideRules {
    private static final Text AL_30 = LegalRule.AL_30.article();
    private static final Text GUIDE = Text.of("办事指南质量规则", "Guide-quality practice");

    /** Six lines of two: what one page has room for above its seal. */
    private static final int MOST_PRINTS = 12;

    private static final int LONGEST_LABEL = 20;
    private static final int MOST_MONTHS = 1200;

    private GuideRules() {}

    static final List<Rule> ALL = List.of(
            error("AL-30-NAME", AL_30, item -> said(item.name(), "name", "名称", "name")),
            error("AL-30-SUMMARY", AL_30, item -> said(item.summary(), "summary", "一句话说明", "summary")),
            some("AL-30-BASIS", ItemVersion::legalBasis, "legalBasis", "没有写依据", "The legal basis is missing"),
            some("AL-30-CONDITIONS", ItemVersion::conditions, "conditions", "没有写谁能办", "The conditions are missing"),
            error(
                    "AL-30-QUANTITY",
                    AL_30,
                    item -> item.licence() ? said(item.quantity(), "quantity", "数量限制", "quantity") : Stream.empty()),
            some("AL-30-AUDIENCE", ItemVersion::audience, "audience", "没有写给谁办", "Whom it is for is missing"),
            some("AL-30-LEVELS", ItemVersion::levels, "levels", "没有写哪一级办", "The tier that exercises it is missing"),
            // no page lets anybody choose one yet, and so nobody could file
            error(
                    "LEVELS-VILLAGE",
                    AL_30,
                    item -> !item.levels().equals(List.of(Tier.VILLAGE)),
                    "levels",
                    "只有社区、村一级办的还申请不了：申请时只能选到街道",
                    "What communities and villages alone exercise cannot be applied for yet: who applies chooses down to the street"),
            error("AL-30-OUTCOME", AL_30, item -> said(item.outcome().name(), "outcome.name", "办理结果", "result")),
            warning("PHONE-ASKED", GUIDE, GuideRules::phones),
            warning("BASIS-READ", GUIDE, GuideRules::unreadArticles),
            warning("OUTCOME-KIND", GUIDE, GuideRules::outcomeKind),
            error("OUTCOME-PRINTS", GUIDE, GuideRules::prints),
            warning(
                    "OUTCOME-BARE",
                    GUIDE,
                    item -> item.outcome().kind() == Outcome.Kind.OTHER
                            || !item.outcome().prints().isEmpty(),
                    "outcome.prints",
                    "没有写证上印什么：除了持证人和有效期，什么也不印",
                    "Nothing is said to be printed: the document names its holder and how long it is valid, no more"),
            error("OUTCOME-HOLDER", GUIDE, GuideRules::holder),
            warning(
                    "OUTCOME-VALIDITY",
                    GUIDE,
                    item -> item.outcome().kind() != Outcome.Kind.CERTIFICATE
                            || item.outcome().months() != null
                            || item.outcome().validity() != null,
                    "outcome.validity",
                    "没有写证照的有效期：写 months 几个月；长期有效的在 validity 里写明",
                    "How long the certificate is valid is missing: months, or in validity that it does not end"),
            error(
                    "OUTCOME-MONTHS",
                    GUIDE,
                    item -> item.outcome().months() == null
                            || (item.outcome().months() > 0 && item.outcome().months() <= MOST_MONTHS),
                    "outcome.months",
                    "有效期是 1 到 " + MOST_MONTHS + " 个月",
                    "It is valid for 1 to " + MOST_MONTHS + " months"),
            warning(
                    "ASKED",
                    GUIDE,
                    item -> !item.licence() || !item.questions().isEmpty(),
                    "questions",
                    "许可事项至少要有一条常见问题",
                    "A licence should answer at least one common question"),
            warning(
                    "VISITS",
                    GUIDE,
                    item -> item.handling().online() || item.handling().visits() > 0,
                    "handling",
                    "不到场又不能网办，就没有办法办：online 写 true，或写明 visits 几次",
                    "With no visit and nothing online there is no way to apply: say online: true, or how many"
                            + " visits"),
            warning(
                    "SAMPLE-FORM",
                    GUIDE,
                    item -> !item.form().equals(LanguageRules.SAMPLE.form()),
                    "form",
                    "申请表还是样子里的：看看这个事项还要问什么",
                    "The form is still the sample's: see what else this item has to ask"),
            warning(
                    "SAMPLE-STEPS",
                    GUIDE,
                    item -> !item.procedure().equals(LanguageRules.SAMPLE.procedure()),
                    "procedure",
                    "步骤还是样子里的：看看是不是这样办",
                    "The steps are still the sample's: see whether this is how it is done"),
            error("NUMBERS", GUIDE, GuideRules::numbers),
            warning(
                    "SYNONYMS",
                    GUIDE,
                    item -> !item.synonyms().isEmpty(),
                    "synonyms",
                    "没有写百姓的叫法，不好搜",
                    "Without synonyms it is hard to find"));

    /** What there has to be one of at least. */
    private static Rule some(String id, Function<ItemVersion, List<?>> of, String element, String zh, String en) {
        return error(id, AL_30, item -> !of.apply(item).isEmpty(), element, zh, en);
    }

    private static Stream<Fault> said(Text text, String element, String zh, String en) {
        return Stream.concat(
                unless(!text.zh().isBlank(), element, zh + "没有写", "The " + en + " is missing"),
                unless(
                        text.zh().isBlank() || !text.en().isBlank(),
                        element,
                        zh + "没有英文",
                        "The " + en + " has no English"));
    }

    private static Stream<Fault> numbers(ItemVersion item) {
        Integer common = item.common();
        return Stream.of(
                        unless(
                                item.handling().visits() >= 0,
                                "handling.visits",
                                "到场次数不能是负的",
                                "Visits cannot be fewer than none"),
                        unless(
                                common == null || (common >= 1 && common < 100),
                                "common",
                                "首页的位置是 1 到 99；不上首页的不写",
                                "A place on the home page is 1 to 99; left out, it does not stand there"),
                        item.materials().stream()
                                .filter(material -> material.copies() != null && material.copies() < 1)
                                .map(material -> Fault.of(
                                        "materials." + material.code(), "份数至少是 1", "There is one copy at least")),
                        item.form()
                                .questions()
                                .filter(question -> question.minutes() < 0)
                                .map(question -> Fault.of(
                                        "form." + question.key(), "分钟数不能是负的", "Minutes cannot be fewer than none")))
                .flatMap(found -> found);
    }

    /** An account may have no telephone: whoever has none would have to make one up. */
    private static Stream<Fault> phones(ItemVersion item) {
        return item.form()
                .fields()
                .filter(field -> field.required() && field.known() == Field.Known.PHONE)
                .map(field -> Fault.of(
                        "form." + field.key(),
                        "申请人自己的电话写了必填：没有电话的人就申请不了",
                        "The applicant's own telephone is required: who has none could not apply"));
    }

    private static Stream<Fault> unreadArticles(ItemVersion item) {
        return item.legalBasis().stream()
                .filter(basis -> !basis.verified())
                .map(basis -> Fault.of(
                        "legalBasis",
                        "《" + basis.law().zh() + "》" + basis.article().zh() + "还没有核对原文",
                        basis.law().en() + " " + basis.article().en() + " was not read yet"));
    }

    /** A result whose name ends with 证 is a certificate, one with 批复 or 批文 an approval. */
    private static Stream<Fault> outcomeKind(ItemVersion item) {
        String name = item.outcome().name().zh();
        Outcome.Kind kind = item.outcome().kind();
        if (name.endsWith("证") || name.contains("证书")) {
            return unless(
                    kind == Outcome.Kind.CERTIFICATE,
                    "outcome.kind",
                    "结果是证照",
                    "The result is a certificate by its name");
        }
        if (name.contains("批复") || name.contains("批文")) {
            return unless(
                    kind == Outcome.Kind.APPROVAL, "outcome.kind", "结果是批文", "The result is an approval by its name");
        }
        return Stream.empty();
    }

    /** A certificate prints what the form asks, no personal numbers, and no more, nor longer labels, than its page holds. */
    private static Stream<Fault> prints(ItemVersion item) {
        List<Outcome.Print> rows = item.outcome().prints();
        return Stream.concat(
                unless(
                        rows.size() <= MOST_PRINTS,
                        "outcome.prints",
                        "最多印 " + MOST_PRINTS + " 行",
                        "At most " + MOST_PRINTS + " rows are printed"),
                Stream.concat(labels(rows), fields(item, rows)));
    }

    private static Stream<Fault> labels(List<Outcome.Print> rows) {
        return rows.stream()
                .map(row -> row.label().zh())
                .filter(label -> label.isBlank() || label.length() > LONGEST_LABEL)
                .map(label -> Fault.of(
                        "outcome.prints",
                        "每一行的名称 1 到 " + LONGEST_LABEL + " 个字：“" + label + "”",
                        "A row's label has 1 to " + LONGEST_LABEL + " characters: “" + label + "”"));
    }

    private static Stream<Fault> fields(ItemVersion item, List<Outcome.Print> rows) {
        return rows.stream()
                .flatMap(row -> row.of().isEmpty() ? Stream.of("") : row.of().stream())
                .filter(key -> item.form()
                        .field(key)
                        .filter(field -> !field.type().personal())
                        .isEmpty())
                .map(key -> Fault.of(
                        "outcome.prints",
                        "表里没有“" + key + "”这一项，或是不印的证件号码、电话",
                        "The form has no “" + key + "”, or it is a personal number, which is not printed"));
    }

    private static Stream<Fault> holder(ItemVersion item) {
        String holder = item.outcome().holder();
        return unless(
                holder.isEmpty()
                        || item.form()
                                .field(holder)
                                .filter(field -> field.type() == FieldType.TEXT)
                                .isPresent(),
                "outcome.holder",
                "表里没有“" + holder + "”这一项，或不是一行文字",
                "The form has no “" + holder + "”, or it is not one line of text");
    }
}
