package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.store.ItemJson;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;

/**
 * One version of a service item: everything article 30 of the licensing law asks to be published, and the procedure and
 * form a case runs by. Once published it never changes; its state (draft, checked, published, retired) is kept beside it
 * in {@link VersionInfo}. A draft may leave things out; the quality rules name them before it is published.
 *
 * @param code the item's readable key, the same in all its versions: {@code food_permit}
 * @param officialCode its code in the national basic catalogue, or empty
 * @param summary one sentence: what it is for and when one needs it
 * @param targets who exactly, in the words of the code table: 企业法人, 个体工商户
 * @param department the key of its department: {@code scjg}
 * @param levels the tiers that exercise it; the first is the one that decides an ordinary case
 * @param conditions who can apply, one sentence each
 * @param exceptions who need not, or has to go elsewhere, one sentence each
 * @param quantity whether the number of licences is limited, and how
 * @param statutory what the law gives; null: the law names no number
 * @param onTheSpot accepted, decided and delivered in one act
 * @param common its place among the common services on the home page; less is earlier, null: not there
 * @param synonyms what people call it, in Chinese or English: 开饭馆, open a restaurant
 * @param related codes of items that people mix up with this one or need next
 * @param evidence how well its elements are evidenced: {@code materials} → law
 */
public record ItemVersion(
        String code,

        @Schema(description = "Which version of the item, counted from 1")
        int version,

        String officialCode,
        Text name,
        Text summary,
        ItemType type,
        List<Audience> audience,
        List<Text> targets,
        String department,
        List<Tier> levels,
        List<LegalBasis> legalBasis,
        List<Text> conditions,
        List<Text> exceptions,
        Text quantity,
        @Nullable StatutoryLimit statutory,
        @Nullable PromisedLimit promised,
        boolean onTheSpot,
        Handling handling,
        Fee fee,
        List<Material> materials,

        @Schema(description = "What the applicant fills in, in parts")
        FormSpec form,

        Procedure procedure,
        List<SpecialProcedure> special,
        Outcome outcome,
        List<Deadline> deadlines,
        List<Faq> questions,
        List<String> themes,
        List<String> lifeEvents,
        @Nullable Integer common,
        List<String> synonyms,
        List<String> related,
        Map<String, Evidence> evidence) {
    private static final Text NOTHING = Text.of("", "");

    public ItemVersion {
        name = or(name, NOTHING);
        summary = or(summary, NOTHING);
        type = or(type, ItemType.PUBLIC_SERVICE);
        quantity = or(quantity, NOTHING);
        handling = or(handling, new Handling(false, 1, false));
        fee = or(fee, Fee.UNDECLARED);
        form = or(form, FormSpec.NONE);
        procedure = or(procedure, Procedure.NONE);
        outcome = or(outcome, Outcome.UNDECLARED);
    }

    private static <T> T or(@Nullable T stated, T otherwise) {
        return stated == null ? otherwise : stated;
    }

    /** A draft of which only this is known; the rest is as in a text that leaves it out. */
    public static ItemVersion blank(String code, Text name, ItemType type, String department, List<Tier> levels) {
        var known = Map.of("code", code, "name", name, "type", type, "department", department, "levels", levels);
        return ItemJson.read(ItemJson.write(known), ItemVersion.class);
    }

    /** The same content as another version of the item. */
    public ItemVersion as(int number) {
        return with(number, materials);
    }

    /** The same with these materials. */
    public ItemVersion with(List<Material> others) {
        return with(version, others);
    }

    private ItemVersion with(int version, List<Material> materials) {
        return new ItemVersion(
                code,
                version,
                officialCode,
                name,
                summary,
                type,
                audience,
                targets,
                department,
                levels,
                legalBasis,
                conditions,
                exceptions,
                quantity,
                statutory,
                promised,
                onTheSpot,
                handling,
                fee,
                materials,
                form,
                procedure,
                special,
                outcome,
                deadlines,
                questions,
                themes,
                lifeEvents,
                common,
                synonyms,
                related,
                evidence);
    }

    /** What the city promises; null: nothing. */
    public @Nullable Limit promise() {
        return promised == null ? null : promised.limit();
    }

    /** What the law gives: the item's own limit, for a licence else that of AL-42; null: no number. */
    public @Nullable Limit statute() {
        if (statutory != null) {
            return statutory.limit();
        }
        return licence() ? LegalRule.AL_42.number() : null;
    }

    /**
     * What can be added to that once; null: nothing. A licence under the general limit of AL-42, counted from
     * acceptance, has its ten.
     */
    public @Nullable Limit extension() {
        if (statutory != null && statutory.extension() != null) {
            return statutory.extension();
        }
        return licence() && !fromReceipt() && LegalRule.AL_42.number().equals(statute())
                ? LegalRule.AL_42.more()
                : null;
    }

    /** The item's own law counts from the receipt of the materials, not from acceptance. */
    public boolean fromReceipt() {
        return statutory != null && statutory.fromReceipt();
    }

    /** It stands under the Licensing Law; of what is no licence nothing is said by the articles of that law. */
    public boolean licence() {
        return type == ItemType.LICENCE;
    }

    public Optional<Material> material(String code) {
        return materials.stream()
                .filter(material -> material.code().equals(code))
                .findFirst();
    }

    /** The materials asked for under these answers: those without a condition, and those whose condition holds. */
    public List<Material> materials(Map<String, ?> answers) {
        Map<String, Object> counting = form.visible(answers);
        return materials.stream()
                .filter(material -> material.when() == null || material.when().holds(counting))
                .toList();
    }

    /** What the answer to one of these fields may ask the applicant to bring. */
    public List<Material> askedBy(List<Field> fields) {
        return materials.stream()
                .filter(Material::brought)
                .filter(material -> fields.stream().anyMatch(material::hangsOn))
                .toList();
    }

    /** Nobody has checked this element against a source. */
    public boolean unverified(String element) {
        return evidence.get(element) == Evidence.UNVERIFIED;
    }

    /** The tier whose unit decides an ordinary case: the first of {@link #levels}. */
    public Tier level() {
        return levels.isEmpty() ? Tier.CITY : levels.getFirst();
    }

    public boolean isFor(Audience who) {
        return audience.contains(who);
    }
}
