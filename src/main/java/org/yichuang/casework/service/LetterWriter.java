package org.yichuang.casework.service;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.Limit;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Letter;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Who;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.Outcome;
import org.yichuang.catalogue.StatutoryLimit;
import org.yichuang.documents.Addressee;
import org.yichuang.documents.Citation;
import org.yichuang.documents.Issuer;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.NewLetter;
import org.yichuang.documents.Remedies;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/** Writes a case's letters: what the act says, with case, item, addressee, issuer and the item's own law. */
@Component
class LetterWriter {
    private static final Set<LetterKind> DECISIONS =
            Set.of(LetterKind.GRANT, LetterKind.REFUSAL, LetterKind.CERTIFICATE);
    private static final int MOST_ARTICLES = 5;

    /** Numbers that say who somebody is. */
    private static final Set<Field.Known> NUMBERS = Set.of(Field.Known.RESIDENT_ID, Field.Known.USCC);

    private final Network network;
    private final Accounts accounts;

    LetterWriter(Network network, Accounts accounts) {
        this.accounts = accounts;
        this.network = network;
    }

    /** @param who did what the letter says */
    NewLetter write(Letter letter, CaseFile file, Who who, Setting at) {
        var is = file.is();
        LocalRules rules = file.intake().rules();
        boolean grant = letter.kind() == LetterKind.GRANT;
        int days = grant ? rules.delivery() : rules.intake();
        Limit law = grant ? LegalRule.AL_44.number() : LegalRule.AL_32.number();
        NewLetter written = NewLetter.of(
                        letter.kind(),
                        new NewLetter.Case(is.id(), is.number(), is.itemName().zh()),
                        issuer(is.unit()),
                        new Addressee(is.applicantName(), is.person()),
                        at.now()
                                .atZone(org.yichuang.calendar.WorkingCalendar.ZONE)
                                .toLocalDate())
                .nth(letter.nth())
                .within(days, days == law.amount());
        if (letter.kind().adverse()) {
            written.remedies(remedies(is.unit(), at.item(), letter.kind()));
        }
        if (letter.title() != null) {
            written.title(letter.title());
        }
        letter.facts().forEach(row -> written.fact(row.label(), row.value()));
        letter.points().forEach(written::point);
        boolean licence = at.item().licence();
        if (!licence) {
            written.noLicence();
        }
        boolean extension = letter.kind() == LetterKind.EXTENSION;
        if (!letter.articles().isEmpty()) {
            letter.articles().forEach(article -> written.cite(new Citation("", article, "")));
        } else if (extension
                && at.item().statutory() != null
                && at.item().statutory().extension() != null) {
            written.byItsOwnLaw().cite(basis(at.item().statutory()));
        } else if (!licence || DECISIONS.contains(letter.kind())) {
            law(written, at.item());
        }
        return switch (letter.kind()) {
            case RECEIPT -> received(written, file, at.item());
            case CERTIFICATE -> certificate(written, file, at);
            case DELIVERY -> delivered(written.paragraph(how(file.way(), who)), file, at.item(), licence);
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

    /** As the city writes it, which names the law and the article in one. */
    private static Citation basis(StatutoryLimit limit) {
        return new Citation("", limit.basis().zh(), "");
    }

    /** The item's own where its law gives another way, else review and suit, with the bodies that the data name. */
    private String remedies(String unit, ItemVersion item, LetterKind kind) {
        Text own = item.outcome().remedies(kind == LetterKind.REFUSAL);
        if (own != null) {
            return own.zh();
        }
        return network.unit(unit)
                .map(known -> Remedies.DECISION.naming(known.reviewBody(), known.court()))
                .orElseGet(() -> Remedies.DECISION.naming(null, null))
                .zh();
    }

    /** That the addressee confirmed it is said only where they did. */
    private static String how(DeliveryWay way, Who who) {
        return switch (way) {
            case WINDOW -> "下列文书在窗口当面交付受送达人，由受送达人签收。";
            case POST -> who instanceof Who.Applicant ? "下列文书已经邮寄送达，受送达人确认收到。" : "下列文书已经邮寄，经核实已经送达。";
            case ELECTRONIC -> "下列文书已经发到受送达人在本系统的账户，可以查看、下载和验真。";
        };
    }

    /** The decision, and the certificate where one was made. AL-44 is about what was granted. */
    private static NewLetter delivered(NewLetter letter, CaseFile file, ItemVersion item, boolean licence) {
        boolean refused = file.letters().getOrDefault(LetterKind.REFUSAL.name(), 0) > 0
                && file.ending().result() != null
                && file.ending().result().state() == State.REFUSED;
        letter.point(
                (refused ? LetterKind.REFUSAL : LetterKind.GRANT).title(licence).zh());
        if (!refused && licence) {
            letter.cite(Citation.al("AL-44", "第四十四条"));
        }
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

    /** What the item says that its certificate prints, from the answers that count. */
    private NewLetter certificate(NewLetter letter, CaseFile file, Setting at) {
        FormSpec form = at.item().form();
        Outcome outcome = at.item().outcome();
        Map<String, Object> answers = ofTheHolder(outcome, form, form.visible(file.answers()), file);
        for (Outcome.Print row : outcome.prints()) {
            String said = said(row, form, answers);
            if (!said.isEmpty()) {
                letter.fact(row.label().zh(), said);
            }
        }
        FieldType.values(answers.get(outcome.holder())).forEach(letter::holder);
        LocalDate from = org.yichuang.calendar.WorkingCalendar.dayOf(at.now());
        Integer months = outcome.months();
        return letter.title(outcome.name().zh()).valid(from, months == null ? null : last(from, months));
    }

    /** The day before the one of the same number; the last of a month that has no such day. */
    static LocalDate last(LocalDate from, int months) {
        LocalDate end = from.plusMonths(months);
        return end.getDayOfMonth() == from.getDayOfMonth() ? end.minusDays(1) : end;
    }

    /** Where it names the applicant, a number printed on it is the applicant's own, whatever was typed. */
    private Map<String, Object> ofTheHolder(
            Outcome outcome, FormSpec form, Map<String, Object> answers, CaseFile file) {
        List<Field> numbers = outcome.prints().stream()
                .flatMap(row -> row.of().stream())
                .filter(answers::containsKey)
                .map(form::field)
                .flatMap(Optional::stream)
                .filter(field -> field.known() != null && NUMBERS.contains(field.known()))
                .toList();
        if (numbers.isEmpty() || !outcome.holder().isEmpty()) {
            return answers;
        }
        Account account = accounts.get(file.is().applicant());
        var own = new HashMap<>(answers);
        for (Field field : numbers) {
            KnownFacts.of(Objects.requireNonNull(field.known()), account)
                    .ifPresent(number -> own.put(field.key(), number));
        }
        return own;
    }

    private String said(Outcome.Print row, FormSpec form, Map<String, Object> answers) {
        List<Field> fields = row.of().stream()
                .filter(answers::containsKey)
                .map(form::field)
                .flatMap(Optional::stream)
                .toList();
        boolean span = fields.stream().allMatch(field -> field.type() == FieldType.DATE);
        return fields.stream()
                .map(field -> said(field, answers.get(field.key())))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(span ? "至" : ""));
    }

    private String said(Field field, @Nullable Object answer) {
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
