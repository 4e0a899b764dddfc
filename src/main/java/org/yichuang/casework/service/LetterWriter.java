package org.yichuang.casework.service;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Letter;
import org.yichuang.casework.domain.Setting;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.Addressee;
import org.yichuang.documents.Citation;
import org.yichuang.documents.Issuer;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.NewLetter;
import org.yichuang.documents.Remedies;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.shared.Lang;

/** Writes a case's letters: what the act says, with case, item, addressee, issuer and the item's own law. */
@Component
class LetterWriter {
    private static final Set<LetterKind> DECISIONS =
            Set.of(LetterKind.GRANT, LetterKind.REFUSAL, LetterKind.CERTIFICATE);
    /** What a certificate does not print: personal numbers, and what is no fact of the matter, as a promise ticked. */
    private static final Set<FieldType> UNPRINTED =
            Set.of(FieldType.RESIDENT_ID, FieldType.PHONE, FieldType.LONG_TEXT, FieldType.YES_NO);
    /** The holder's own name stands above them already. */
    private static final Set<Field.Known> HOLDER = Set.of(Field.Known.NAME, Field.Known.COMPANY_NAME);

    private static final Set<FieldType> DETAILS = Set.of(FieldType.TEXT, FieldType.NUMBER, FieldType.DATE);

    private static final int MOST_ARTICLES = 5;
    /** Six rows of two: what one page has room for above its seal. */
    private static final int MOST_FACTS = 12;

    private final Network network;

    LetterWriter(Network network) {
        this.network = network;
    }

    NewLetter write(Letter letter, CaseFile file, Setting at) {
        var is = file.is();
        NewLetter written = NewLetter.of(
                        letter.kind(),
                        new NewLetter.Case(is.id(), is.number(), is.itemName().zh()),
                        issuer(is.unit()),
                        new Addressee(is.applicantName(), is.person()),
                        at.now()
                                .atZone(org.yichuang.calendar.WorkingCalendar.ZONE)
                                .toLocalDate())
                .nth(letter.nth());
        if (letter.kind().adverse()) {
            network.unit(is.unit())
                    .ifPresent(unit -> written.remedies(Remedies.naming(unit.reviewBody(), unit.court())));
        }
        letter.facts().forEach(row -> written.fact(row.label(), row.value()));
        letter.points().forEach(written::point);
        boolean licence = at.item().type() == ItemType.LICENCE;
        if (!licence) {
            written.noLicence();
        }
        if (!licence || DECISIONS.contains(letter.kind())) {
            law(written, at.item());
        }
        return switch (letter.kind()) {
            case RECEIPT -> received(written, file, at.item());
            case CERTIFICATE -> certificate(written, file, at);
            case DELIVERY -> delivered(written, file, at.item(), licence);
            default -> written;
        };
    }

    private Issuer issuer(String unit) {
        return new Issuer(
                unit, network.unit(unit).map(Unit::name).map(name -> name.zh()).orElse(unit), null);
    }

    /** The item's own basis, as far as somebody read it; for what is no licence it is the only one. */
    private static void law(NewLetter letter, ItemVersion item) {
        item.legalBasis().stream()
                .filter(basis -> basis.verified())
                .limit(MOST_ARTICLES)
                .forEach(basis -> letter.cite(
                        new Citation("", basis.law().zh(), basis.article().zh())));
    }

    /** The decision, and the certificate where one was made. */
    private static NewLetter delivered(NewLetter letter, CaseFile file, ItemVersion item, boolean licence) {
        boolean refused = file.letters().getOrDefault(LetterKind.REFUSAL.name(), 0) > 0
                && file.ending().result() != null
                && file.ending().result().state() == State.REFUSED;
        letter.point(
                (refused ? LetterKind.REFUSAL : LetterKind.GRANT).title(licence).zh());
        if (!refused && file.letters().getOrDefault(LetterKind.CERTIFICATE.name(), 0) > 0) {
            letter.point(item.outcome().name().zh());
        }
        return letter;
    }

    private static NewLetter received(NewLetter letter, CaseFile file, ItemVersion item) {
        letter.fact("查询码", file.is().queryCode());
        List<List<String>> rows = file.materials().stream()
                .map(material -> List.of(name(material, item), material.file() == null ? "纸质" : material.name()))
                .toList();
        return rows.isEmpty() ? letter : letter.schedule(List.of("材料", "文件"), rows);
    }

    private static String name(SubmittedMaterial handed, ItemVersion item) {
        return item.material(handed.material())
                .map(Material::name)
                .map(name -> name.zh())
                .orElse(handed.material());
    }

    private NewLetter certificate(NewLetter letter, CaseFile file, Setting at) {
        ItemVersion item = at.item();
        List<Field> fields = item.form().sections().stream()
                .filter(section -> !section.last())
                .flatMap(section -> section.questions().stream())
                .flatMap(question -> question.fields().stream())
                .filter(field -> !UNPRINTED.contains(field.type()))
                .filter(field -> field.known() == null || !HOLDER.contains(field.known()))
                .filter(field -> file.answers().containsKey(field.key()))
                .toList();
        Set<Field> first = fields.stream()
                .sorted(Comparator.comparing(LetterWriter::detail))
                .limit(MOST_FACTS)
                .collect(Collectors.toSet());
        fields.stream()
                .filter(first::contains)
                .forEach(field -> letter.fact(field.label().zh(), said(field, file)));
        LocalDate from = org.yichuang.calendar.WorkingCalendar.dayOf(at.now());
        Integer months = item.outcome().months();
        return letter.title(item.outcome().name().zh())
                .valid(from, months == null ? null : from.plusMonths(months).minusDays(1));
    }

    /** A measure or a word typed freely: printed where whom, where and what of the matter leave room. */
    private static boolean detail(Field field) {
        return field.known() == null && DETAILS.contains(field.type());
    }

    private String said(Field field, CaseFile file) {
        Object answer = file.answers().get(field.key());
        return field.type() == FieldType.DIVISION && answer != null
                ? place(answer.toString())
                : field.say(answer, Lang.ZH);
    }

    /** District and street, without the city. */
    private String place(String division) {
        return network.path(division).stream()
                .filter(each -> each.tier() != Tier.CITY)
                .map(each -> each.name().zh())
                .collect(Collectors.joining());
    }
}
