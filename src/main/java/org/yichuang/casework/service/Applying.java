package org.yichuang.casework.service;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.Channel;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Draft;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.store.CaseNumbers;
import org.yichuang.casework.store.CaseWriter.Written;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;

/** What every way of filing has in common: the item in force, the competent unit, the number. */
@Component
class Applying {
    private final Catalogue catalogue;
    private final Competence competence;
    private final Network network;
    private final CaseNumbers numbers;

    Applying(Catalogue catalogue, Competence competence, Network network, CaseNumbers numbers) {
        this.catalogue = catalogue;
        this.competence = competence;
        this.network = network;
        this.numbers = numbers;
    }

    /**
     * Where an application goes.
     *
     * @param place the division it is for, where one was named
     */
    record Way(ItemVersion item, Unit unit, @Nullable String place) {}

    /**
     * Whose it is.
     *
     * @param claimed they have an account that they can open
     * @param agent who stands at the window for them
     */
    record Party(
            UUID account,
            String name,
            boolean person,
            boolean claimed,
            @Nullable String agent) {}

    Optional<ItemVersion> published(@Nullable String code) {
        return catalogue.published(Objects.requireNonNullElse(code, ""));
    }

    /** Whose a draft would be if it were filed now. */
    Optional<Unit> unit(Draft draft) {
        return published(draft.item())
                .flatMap(item -> competence.find(item, competence.place(item, draft.answers(), draft.division())));
    }

    ItemVersion item(@Nullable String code) {
        return published(code)
                .orElseThrow(() -> catalogue
                        .retired(code == null || !PlainText.oneLine(code) ? "" : code)
                        .map(last -> Catalogue.gone(last).detail())
                        .map(gone -> Problem.invalid("item", gone.zh(), gone.en()))
                        .orElseGet(() -> Problem.invalid("item", "没有这个事项，或者它还没有发布", "There is no such item in force")));
    }

    /** The same application with its answers as the form's fields write them. */
    NewCase tidied(NewCase application) {
        return new NewCase(
                application.item(),
                application.division(),
                item(application.item()).form().tidied(application.answers()),
                application.materials(),
                application.way());
    }

    Way way(ItemVersion item, NewCase application) {
        Unit unit = competence.unit(item, application.answers(), application.division());
        return new Way(item, unit, competence.place(item, application.answers(), application.division()));
    }

    /** What of the new case never changes, its number among it. */
    Particulars particulars(UUID id, Way way, Party party, @Nullable String window, Who by, Instant now) {
        Who.Officer officer = by instanceof Who.Officer receiving ? receiving : null;
        String division = way.place() == null ? way.unit().division() : way.place();
        return new Particulars(
                id,
                CaseNumber.of(network.path(division), WorkingCalendar.dayOf(now).getYear(), numbers.next()),
                QueryCode.random(),
                way.item().code(),
                way.item().version(),
                way.item().name(),
                party.account(),
                party.name(),
                party.person(),
                party.agent(),
                way.unit().code(),
                way.place(),
                officer == null ? Channel.ONLINE : Channel.WINDOW,
                window,
                officer == null ? null : officer.account(),
                officer == null ? null : officer.name());
    }

    /** As the application says, else as its form was answered, else into the account of who can open it. */
    static DeliveryWay delivery(NewCase application, Party party) {
        DeliveryWay usual = party.claimed() ? DeliveryWay.ELECTRONIC : DeliveryWay.WINDOW;
        return application.way() != null
                ? application.way()
                : DeliveryWay.asked(application.answers()).orElse(usual);
    }

    static Receipt receipt(CaseFile file, Written written) {
        UUID letter = written.letters().stream()
                .filter(made -> made.content().kind() == LetterKind.RECEIPT)
                .map(PreparedLetter::id)
                .findFirst()
                .orElse(null);
        return receipt(file, letter);
    }

    /** @param letters of the case, as it has them */
    static Receipt receipt(CaseFile file, List<Letters.Issued> letters) {
        UUID letter = letters.stream()
                .filter(made -> made.kind() == LetterKind.RECEIPT)
                .map(Letters.Issued::id)
                .findFirst()
                .orElse(null);
        return receipt(file, letter);
    }

    private static Receipt receipt(CaseFile file, @Nullable UUID letter) {
        return new Receipt(
                file.is().id(),
                file.is().number(),
                file.is().queryCode(),
                file.state(),
                file.intake().receivedAt(),
                file.state() == State.SUBMITTED ? file.intake().due() : null,
                letter);
    }
}
