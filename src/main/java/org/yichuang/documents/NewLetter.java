package org.yichuang.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterContent.Schedule;

/**
 * A letter to be issued. Each kind has its standard wording, citation and remedies; what is said here is added to them
 * (facts, points, citations) or stands in their place (paragraphs, remedies, title).
 */
public final class NewLetter {
    private final LetterKind kind;
    private final Case subject;
    private final Issuer issuer;
    private Addressee addressee;
    private final LocalDate date;
    private final List<Row> facts = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> points = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private int nth = 1;
    private int workingDays;
    private boolean lawful;
    private boolean licence = true;
    private boolean ownLaw;
    private String title;
    private @Nullable Schedule schedule;
    private @Nullable String remedies;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validUntil;

    private NewLetter(LetterKind kind, Case subject, Issuer issuer, Addressee addressee, LocalDate date) {
        this.kind = kind;
        this.subject = subject;
        this.issuer = issuer;
        this.addressee = addressee;
        this.date = date;
        this.title = kind.title().zh();
    }

    /** The case it belongs to; {@code item} is the item's name. */
    public record Case(UUID id, String number, String item) {}

    public static NewLetter of(LetterKind kind, Case subject, Issuer issuer, Addressee addressee, LocalDate date) {
        return new NewLetter(kind, subject, issuer, addressee, date);
    }

    /** The second, third… of its kind in its case. */
    public NewLetter nth(int nth) {
        this.nth = nth;
        return this;
    }

    /** How many working days its standard wording tells, to answer in or to deliver in, of the kinds that tell any;
     * lawful: the number is the law's own. */
    public NewLetter within(int workingDays, boolean lawful) {
        this.workingDays = workingDays;
        this.lawful = lawful;
        return this;
    }

    /** For an item that is no administrative licence: the Licensing Law is not cited, and nothing is called a licence. */
    public NewLetter noLicence() {
        this.licence = false;
        return this;
    }

    /** A certificate's own name, or a title that suits an item that is no licence. */
    public NewLetter title(String title) {
        this.title = title;
        return this;
    }

    /** Whom a certificate names where that is not the applicant: the company being set up, the shop's name. */
    public NewLetter holder(String name) {
        this.addressee = new Addressee(name, false);
        return this;
    }

    /** A row of label and value; an empty value leaves a blank. */
    public NewLetter fact(String label, String value) {
        facts.add(new Row(label, value));
        return this;
    }

    /** In place of the standard wording. */
    public NewLetter paragraph(String paragraph) {
        paragraphs.add(paragraph);
        return this;
    }

    /** A defect to correct, a reason, a condition. */
    public NewLetter point(String point) {
        points.add(point);
        return this;
    }

    public NewLetter schedule(List<String> head, List<List<String>> rows) {
        this.schedule = new Schedule(List.copyOf(head), List.copyOf(rows));
        return this;
    }

    /** What the kind stands on is in a law of the item's own, which is cited instead of the Licensing Law's article. */
    public NewLetter byItsOwnLaw() {
        this.ownLaw = true;
        return this;
    }

    /** Beside the kind's own. */
    public NewLetter cite(Citation citation) {
        citations.add(citation);
        return this;
    }

    /** In place of the general text; {@link Remedies} writes it. */
    public NewLetter remedies(String text) {
        this.remedies = text;
        return this;
    }

    /** Both days included; without an end it is valid for good. */
    public NewLetter valid(LocalDate from, @Nullable LocalDate until) {
        this.validFrom = from;
        this.validUntil = until;
        return this;
    }

    public int ordinal() {
        return nth;
    }

    public int workingDays() {
        return workingDays;
    }

    /** Whether the working days are the law's own. */
    public boolean lawful() {
        return lawful;
    }

    public boolean licence() {
        return licence;
    }

    public boolean ownLaw() {
        return ownLaw;
    }

    /** What was said so far: the standard wording, the number and the code are still to come. */
    public LetterContent said() {
        return new LetterContent(
                kind,
                title,
                "",
                "",
                subject.id(),
                subject.number(),
                subject.item(),
                issuer,
                addressee,
                date,
                List.copyOf(facts),
                List.copyOf(paragraphs),
                List.copyOf(points),
                schedule,
                List.of(),
                List.copyOf(citations),
                remedies,
                validFrom,
                validUntil);
    }
}
