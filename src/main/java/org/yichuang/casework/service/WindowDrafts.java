package org.yichuang.casework.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.Draft;
import org.yichuang.casework.WindowFiling;
import org.yichuang.casework.store.DraftStore;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.documents.Documents;
import org.yichuang.documents.StoredFile;
import org.yichuang.identity.Account;
import org.yichuang.identity.PersonalNumber;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Days;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody began online, at the window where they stand: opened by their number, and each look on their record. */
@Component
public class WindowDrafts {
    /** A draft was shown at a window. */
    static final String SHOWN = "draft.shown";

    /** A file of a draft was opened there. */
    static final String OPENED = "draft.file-opened";

    /** A number was given there for somebody's draft that is not theirs. */
    static final String MISTAKEN = "draft.number-mistaken";

    private static final int MISTAKES = 5;

    private final WindowApplicants applicants;
    private final Applying applying;
    private final People people;
    private final DraftStore drafts;
    private final DraftService asInForce;
    private final Documents documents;
    private final Journal journal;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    WindowDrafts(
            WindowApplicants applicants,
            Applying applying,
            People people,
            DraftStore drafts,
            DraftService asInForce,
            Documents documents,
            Journal journal,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.applicants = applicants;
        this.applying = applying;
        this.people = people;
        this.drafts = drafts;
        this.asInForce = asInForce;
        this.documents = documents;
        this.journal = journal;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * When they saved drafts of this item online, the last first; what stands in them is for the window they give their
     * number at.
     */
    public List<WindowFiling.Begun> drafted(Visitor officer, UUID applicant, String item) {
        applicants.receiving(officer);
        return drafts.of(applicant, item).stream()
                .map(draft -> new WindowFiling.Begun(draft.id(), draft.updatedAt()))
                .toList();
    }

    /**
     * What they began of this item online, for the window at which they just gave their number. Whoever else reads a
     * draft of theirs goes on their own record.
     *
     * @param which null: the one saved last
     */
    public Optional<Draft> begun(Visitor officer, Account applicant, String item, @Nullable UUID which) {
        applicants.receiving(officer);
        Optional<Draft> begun = drafts.of(applicant.id(), item).stream()
                .filter(draft -> which == null || draft.id().equals(which))
                .findFirst()
                .map(asInForce::inForce);
        begun.ifPresent(draft -> note(SHOWN, officer, applicant, shown(draft)));
        return begun;
    }

    /** The same on its page, for who was shown it today; empty where it was submitted, saved or deleted since. */
    public Optional<Draft> begun(Visitor officer, Account applicant, UUID draft, String item) {
        applicants.receiving(officer);
        return drafts.find(applicant.id(), draft)
                .filter(found -> found.item().equals(item))
                .map(asInForce::inForce)
                .filter(found -> noted(SHOWN, officer, applicant, shown(found)));
    }

    /** All that they began of this item, the last saved first, for a window's program; their number comes with it. */
    public List<Draft> opened(Visitor officer, UUID applicant, String code, String number) {
        applicants.receiving(officer);
        ItemVersion item = applying.item(code);
        Account account = applicants.known(applicant);
        if (!applicants.receives(officer, item)) {
            throw Problem.forbidden(
                    "您今天持有的岗位没有这个事项的收件授权", "No post that you hold today is authorised to receive this item");
        }
        if (!present(officer, account, number)) {
            throw notTheirs("number");
        }
        List<Draft> begun =
                drafts.of(account.id(), code).stream().map(asInForce::inForce).toList();
        begun.forEach(draft -> note(SHOWN, officer, account, shown(draft)));
        return begun;
    }

    /** A draft that is filed at the window, as this officer was shown it today. */
    Draft filed(Visitor officer, Account applicant, String item, WindowFiling.Begun begun) {
        Draft draft = drafts.find(applicant.id(), begun.id())
                .filter(found -> found.item().equals(item))
                .filter(found -> found.updatedAt().equals(begun.updatedAt()))
                .orElseThrow(WindowDrafts::changed);
        if (!noted(SHOWN, officer, applicant, shown(asInForce.inForce(draft)))) {
            throw Problem.conflict(
                    "draft-not-shown",
                    "今天您还没有凭申请人的号码打开过这份草稿，或者打开以后事项换了版本：先打开，请在场的人看过，再收件",
                    "You have not opened this draft today by the applicant's number, or the item has a new version since: open"
                            + " it, let who is here read it, then file it");
        }
        return draft;
    }

    /** A file of a draft, for who was shown the draft today: it is read before it is filed, and that goes on record too. */
    public StoredFile.Content file(Visitor officer, Account applicant, UUID draft, String item, UUID file) {
        StoredFile.Content content = begun(officer, applicant, draft, item)
                .filter(begun -> begun.materials().stream().anyMatch(handed -> file.equals(handed.file())))
                .flatMap(begun -> documents.read(file))
                .orElseThrow(() -> Problem.notFound("草稿里没有这份文件", "The draft has no such file"));
        Map<String, String> opened = Map.of("item", item, "draft", draft.toString(), "file", file.toString());
        if (!noted(OPENED, officer, applicant, opened)) {
            note(OPENED, officer, applicant, opened);
        }
        return content;
    }

    /**
     * Whether the number is the applicant's: who is here has said it. One that could be somebody's and is not theirs goes
     * on their record, and an officer has few of them a day, so that nobody fishes for drafts with it.
     *
     * @throws Problem 409 when there were too many
     */
    public boolean present(Visitor officer, Account applicant, String typed) {
        applicants.receiving(officer);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            drafts.alone(applicant.id());
            return counted(officer, applicant, typed);
        }));
    }

    /** One after the other for an applicant, or many at once would pass. */
    private boolean counted(Visitor officer, Account applicant, String typed) {
        if (notes(MISTAKEN, officer, applicant).count() >= MISTAKES) {
            throw Problem.conflict(
                    "too-many-numbers",
                    "今天您给这位申请人输错的号码太多，草稿不再从这里打开：请对照证件，从“收新件”重新开始",
                    "You entered too many wrong numbers for this applicant today, and no draft is opened from here any more:"
                            + " begin anew under “Receive a case”, by their card");
        }
        PersonalNumber number = applicant.number();
        boolean theirs = number != null && number.inFull().equals(PersonalNumbers.normalise(typed));
        if (!theirs && somebodys(typed)) {
            note(MISTAKEN, officer, applicant, Map.of());
        }
        return theirs;
    }

    /** A slip of the finger fails the check of the number, and is no guess. */
    private boolean somebodys(String typed) {
        return PersonalNumbers.wrongResidentId(typed, people.today()) == null
                || PersonalNumbers.wrongUscc(typed) == null;
    }

    /** Whether they gave their number to this officer today, for a draft of this item, and saved nothing in this one since. */
    public boolean met(Visitor officer, Account applicant, String item, UUID draft) {
        Instant saved = drafts.find(applicant.id(), draft).map(Draft::updatedAt).orElse(Instant.MAX);
        return notes(SHOWN, officer, applicant)
                .anyMatch(shown -> says(shown, Map.of("item", item)) && !saved.isAfter(shown.at()));
    }

    /** @param draft as the item is in force: what was asked in another version's words was not shown */
    private static Map<String, String> shown(Draft draft) {
        return Map.of(
                "item", draft.item(),
                "version", String.valueOf(draft.version()),
                "draft", draft.id().toString(),
                "saved", draft.updatedAt().toString());
    }

    private void note(String kind, Visitor officer, Account applicant, Map<String, String> said) {
        journal.append(new NewEntry(kind, applicant.subject(), Actor.of(officer.id()), said));
    }

    private boolean noted(String kind, Visitor officer, Account applicant, Map<String, String> said) {
        return notes(kind, officer, applicant).anyMatch(entry -> says(entry, said));
    }

    private boolean says(Entry entry, Map<String, String> said) {
        JsonNode payload = json.readTree(entry.payload());
        return said.entrySet().stream()
                .allMatch(one -> payload.path(one.getKey()).asString("").equals(one.getValue()));
    }

    /** What stands on the applicant's record of this officer today; a program that signs in for them makes it long. */
    private Stream<Entry> notes(String kind, Visitor officer, Account applicant) {
        Instant today = people.today().atStartOfDay(Days.ZONE).toInstant();
        return journal.since(today, applicant.subject(), kind).stream()
                .filter(entry -> officer.id().equals(entry.actor().account()));
    }

    public static Problem notTheirs(String field) {
        return Problem.invalid(
                field,
                "这位申请人登记的不是这个号码，请对照证件再输一遍",
                "This applicant is on record under another number: compare with the card");
    }

    public static Problem changed() {
        return Problem.conflict(
                "draft-changed",
                "申请人网上的草稿刚刚提交、改动或者删除了，或者事项换了版本，什么都没有收",
                "The draft was submitted, changed or deleted online just now, or the item has a new version; nothing was"
                        + " received");
    }
}
