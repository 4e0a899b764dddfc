package org.yichuang.casework.web.applicant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.casework.web.Clocks;
import org.yichuang.casework.web.TimelineRow;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.network.Network;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/** Gathers what the applicant's page of a case shows. */
@Component
class CasePages {
    private static final int OTHERS = 5;

    private final Cases cases;
    private final Catalogue catalogue;
    private final Letters letters;
    private final Network network;
    private final Clocks clocks;
    private final Districts districts;
    private final Pickup.Finder pickups;

    CasePages(
            Cases cases,
            Catalogue catalogue,
            Letters letters,
            Network network,
            Clocks clocks,
            Districts districts,
            Pickup.Finder pickups) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.letters = letters;
        this.network = network;
        this.clocks = clocks;
        this.districts = districts;
        this.pickups = pickups;
    }

    CasePage of(Visitor visitor, UUID id, @Nullable Text done) {
        CaseView view = cases.view(visitor, id);
        ItemVersion item = item(view);
        var times = view.times();
        TimelineRow next = Expected.next(view.state(), times.intakeDue(), times.due(), view.way(), clocks.now());
        List<TimelineEntry> timeline = cases.timeline(visitor, id);
        return new CasePage(
                view,
                item,
                catalogue.published(item.code()).orElse(null),
                clocks.of(view).orElse(null),
                TimelineRow.of(timeline, next),
                letters.ofCase(id).reversed(),
                answers(view, item),
                others(visitor, id),
                network.unit(view.place().unit()).orElse(null),
                pickups.of(view.place().unit()),
                TimelineEntry.reopened(view.state(), timeline),
                done);
    }

    ReceiptPage receipt(Visitor visitor, UUID id) {
        CaseView view = cases.view(visitor, id);
        Letters.Issued letter = letters.ofCase(id).stream()
                .filter(issued -> issued.kind() == LetterKind.RECEIPT)
                .findFirst()
                .orElse(null);
        return new ReceiptPage(view, item(view), letter);
    }

    private ItemVersion item(CaseView view) {
        return catalogue.version(view.item().code(), view.item().version());
    }

    private List<Answer> answers(CaseView view, ItemVersion item) {
        return Answer.of(item.form().asked(view.answers()).fields(), view.answers(), districts::name);
    }

    private List<MyCase> others(Visitor visitor, UUID id) {
        return cases.mine(visitor, null).items().stream()
                .filter(row -> !row.id().equals(id))
                .limit(OTHERS)
                .map(row -> new MyCase(row, clocks.of(row).orElse(null)))
                .toList();
    }
}
