package org.yichuang.casework.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Defect;
import org.yichuang.casework.Denials;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.casework.web.Clocks;
import org.yichuang.casework.web.TimelineRow;
import org.yichuang.casework.web.applicant.Answer;
import org.yichuang.casework.web.applicant.Districts;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.documents.Letters;
import org.yichuang.shared.pdf.PdfRenderer;
import org.yichuang.shared.web.Visitor;

/** Gathers the frame of a case on the desk. */
@Component
class CaseFrames {
    private final Cases cases;
    private final Catalogue catalogue;
    private final Letters letters;
    private final Clocks clocks;
    private final Districts districts;
    private final Denials denials;
    private final PdfRenderer pdf;

    CaseFrames(
            Cases cases,
            Catalogue catalogue,
            Letters letters,
            Clocks clocks,
            Districts districts,
            Denials denials,
            PdfRenderer pdf) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.letters = letters;
        this.clocks = clocks;
        this.districts = districts;
        this.denials = denials;
        this.pdf = pdf;
    }

    CaseFrame of(Visitor visitor, UUID id, FromList list) {
        CaseView view = cases.view(visitor, id);
        ItemVersion version = catalogue.version(view.item().code(), view.item().version());
        List<TimelineEntry> timeline = cases.timeline(visitor, id);
        List<Letters.Issued> issued = letters.ofCase(id);
        return new CaseFrame(
                view,
                version,
                clocks.of(view).orElse(null),
                clocks.delivery(view).orElse(null),
                answers(view, version),
                version.form()
                        .fields()
                        .filter(field -> view.differing().contains(field.key()))
                        .map(Field::label)
                        .toList(),
                open(view.notice(), timeline),
                view.proposal() == null ? null : last(timeline, "-proposed"),
                last(timeline, "case.reopened"),
                view.result() == null ? null : denials.turn(visitor, id).orElse(null),
                TimelineRow.of(timeline, null),
                timeline.stream()
                        .flatMap(entry -> Earlier.of(entry, version).stream())
                        .toList(),
                issued,
                made(issued, timeline),
                OffTheClock.of(view, version.procedure(), clocks).orElse(null),
                list);
    }

    /** The characters of the applicant's and the agent's name, and of the answers, that no paper of the case can print. */
    String lacking(CaseView view) {
        Stream<String> answers = view.answers().values().stream().flatMap(answer -> FieldType.values(answer).stream());
        return pdf.lacking(view.applicant().name()
                + Objects.toString(view.applicant().agent(), "")
                + answers.collect(Collectors.joining()));
    }

    /** An act can make several entries, all of one instant. */
    private static List<Letters.Issued> made(List<Letters.Issued> letters, List<TimelineEntry> timeline) {
        List<String> last = timeline.stream()
                .filter(entry -> entry.at().equals(timeline.getLast().at()))
                .flatMap(CaseFrames::letters)
                .toList();
        return letters.stream()
                .filter(letter -> last.contains(letter.id().toString()))
                .toList();
    }

    private static Stream<String> letters(TimelineEntry entry) {
        List<?> made = entry.payload().get("letters") instanceof List<?> all ? all : List.of();
        return made.stream().map(letter -> letter instanceof Map<?, ?> one ? Objects.toString(one.get("id")) : "");
    }

    private static List<Defect> open(CaseView.@Nullable Notice notice, List<TimelineEntry> timeline) {
        if (notice == null || !notice.answered()) {
            return List.of();
        }
        Set<Object> changed = timeline.stream()
                .filter(entry -> !entry.at().isBefore(notice.at()))
                .flatMap(
                        entry -> entry.payload().get("changed") instanceof List<?> names ? names.stream() : Stream.of())
                .collect(Collectors.toSet());
        return notice.defects().stream()
                .filter(defect -> !changed.contains(
                        defect.material() == null ? defect.field() : "materials." + defect.material()))
                .toList();
    }

    private static @Nullable TimelineRow last(List<TimelineEntry> timeline, String kind) {
        List<TimelineEntry> such =
                timeline.stream().filter(entry -> entry.kind().endsWith(kind)).toList();
        return such.isEmpty()
                ? null
                : TimelineRow.of(List.of(such.getLast()), null).getFirst();
    }

    /** Only what was answered: an officer has no use for the blanks. */
    private List<Answer> answers(CaseView view, ItemVersion item) {
        return Answer.of(item.form().asked(view.answers()).fields(), view.answers(), districts::name).stream()
                .filter(Answer::given)
                .toList();
    }
}
