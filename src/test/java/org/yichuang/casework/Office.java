package org.yichuang.casework;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.Documents;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.AtWindow;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.signin.Passwords;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Authorisation;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.network.Post;
import org.yichuang.network.store.Roster;
import org.yichuang.shared.Page;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.Web;

/** The people of 西湖区's offices and applicants who come to them, in the demo city. */
@TestComponent
public class Office {
    public static final String FOOD = "food_permit";
    public static final String UNIT = "330106-scjg";
    private static final AtomicInteger SERIAL = new AtomicInteger(1);

    private final Casework casework;
    private final Cases cases;
    private final Denials denials;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final Documents documents;
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final Network network;
    private final Roster roster;
    private final Sessions sessions;
    private final AccountStore store;
    private final Journal journal;
    private final Letters letters;
    private final String password;
    private final Environment environment;
    private final Clock clock;
    private final DSLContext db;

    Office(
            Casework casework,
            Cases cases,
            Denials denials,
            Drafts drafts,
            Catalogue catalogue,
            Documents documents,
            Accounts accounts,
            NewAccounts newAccounts,
            Network network,
            Roster roster,
            Sessions sessions,
            AccountStore store,
            Journal journal,
            Letters letters,
            Passwords passwords,
            Environment environment,
            Clock clock,
            DSLContext db) {
        this.db = db;
        this.casework = casework;
        this.cases = cases;
        this.denials = denials;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.documents = documents;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.network = network;
        this.roster = roster;
        this.sessions = sessions;
        this.store = store;
        this.journal = journal;
        this.letters = letters;
        this.password = passwords.hash("of the accounts that tests open");
        this.environment = environment;
        this.clock = clock;
    }

    /** The number that this person or company has to give at a window. */
    public String number(Visitor who) {
        return Objects.requireNonNull(accounts.get(who.id()).number()).inFull();
    }

    /** The API as this person uses it. */
    public Api api(Visitor who) {
        Account account = accounts.get(who.id());
        return new Api(address(), sessions.open(account, true, "test").token());
    }

    /** Where the server under test answers. */
    public String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** Somebody of the demo city. */
    public Visitor known(String login) {
        return account(accounts.byLogin(login).orElseThrow().id());
    }

    public Visitor account(UUID id) {
        Account account = accounts.get(id);
        return new Visitor(account.id(), account.name(), account.roles());
    }

    /** A company that nobody knew before, with an account that it can open. */
    public Visitor aCompany() {
        return claimed(aCompanyAtWindow());
    }

    /** The desk of who may do this act of the register with food permits. */
    public Web desk(String act) {
        return web(officer(act));
    }

    /** The pages as who has not signed in sees them. */
    public Web nobody() {
        return new Web(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** The pages as this person sees them, signed in. */
    public Web web(Visitor who) {
        return nobody().cookie(
                        "yc_session",
                        sessions.open(accounts.get(who.id()), false, "test").token());
    }

    /** A company that only a window knows: it has not claimed its account. */
    public Visitor aCompanyAtWindow() {
        return aCompanyAtWindow("杭州试验餐饮有限公司" + SERIAL.get());
    }

    public Visitor aCompanyAtWindow(String name) {
        String body = String.format("9133010%dMA%07d", 6, SERIAL.getAndIncrement());
        String uscc = body + PersonalNumbers.usccCheck(body + "0");
        Account account = newAccounts.applicantAtWindow(
                new AtWindow(AccountKind.COMPANY, uscc, name, "林晓", "13800138000"), Actor.SYSTEM);
        return new Visitor(account.id(), account.name(), Set.of(Role.COMPANY));
    }

    private Visitor claimed(Visitor who) {
        store.password(who.id(), password);
        return who;
    }

    /** A resident that nobody knew before, with an account that they can open. */
    public Visitor aResident() {
        return claimed(aResidentAtWindow());
    }

    /** A resident whom only a window knows. */
    public Visitor aResidentAtWindow() {
        String body = String.format("330106198001%02d%03d", 1 + SERIAL.get() / 900, SERIAL.getAndIncrement() % 900);
        String number = body + PersonalNumbers.residentCheck(body + "0");
        Account account = newAccounts.applicantAtWindow(
                new AtWindow(AccountKind.RESIDENT, number, "何小满", null, "13800138000"), Actor.SYSTEM);
        return new Visitor(account.id(), account.name(), Set.of(Role.RESIDENT));
    }

    /** Who reviews denials in the demo city, by a post that is authorised to. */
    public Visitor aSupervisor() {
        return known("supervisor");
    }

    /** The denial of this case, as it waits for a judgement. */
    public DenialRow waiting(UUID caseId) {
        return listed(page(caseId, false), caseId, false).findFirst().orElseThrow();
    }

    public UUID denial(UUID caseId) {
        return db.fetchSingle("select id from casework.denial_filing where case_id = ?", caseId)
                .get(0, UUID.class);
    }

    /** The address of the supervisor's page that has the denial: other tests leave denials too. */
    public String denialsPage(UUID caseId, boolean reviewed) {
        String after = page(caseId, reviewed);
        return "/desk/denials?reviewed=" + reviewed + (after == null ? "" : "&after=" + after);
    }

    /** The address of this officer's page that has the question about the case: other tests leave questions too. */
    public String questionsPage(Visitor officer, UUID caseId) {
        String after = null;
        Page<DenialRow> page = denials.questions(officer, after);
        while (page.items().stream().noneMatch(row -> row.caseId().equals(caseId))) {
            after = Objects.requireNonNull(page.next());
            page = denials.questions(officer, after);
        }
        return "/desk/questions" + (after == null ? "" : "?after=" + after);
    }

    /** The cursor that leads to the page. */
    private @Nullable String page(UUID caseId, boolean reviewed) {
        String after = null;
        while (listed(after, caseId, reviewed).findAny().isEmpty()) {
            after = Objects.requireNonNull(
                    denials.list(aSupervisor(), reviewed, after).next());
        }
        return after;
    }

    private Stream<DenialRow> listed(@Nullable String after, UUID caseId, boolean reviewed) {
        return denials.list(aSupervisor(), reviewed, after).items().stream()
                .filter(row -> row.caseId().equals(caseId));
    }

    /** Officer A of the unit's post that may do this act with food permits. */
    public Visitor officer(String act) {
        return officer(act, FOOD);
    }

    public Visitor officer(String act, String item) {
        Officer a = post(act, item).a();
        if (a == null || a.account() == null) {
            throw new IllegalStateException("Nobody holds the post for " + act);
        }
        return visitor(a);
    }

    /** An item for residents that is decided on the spot, and that 西湖区's unit may. */
    public Optional<String> onTheSpot() {
        return onTheSpot(item -> true);
    }

    public Optional<String> onTheSpot(Predicate<ItemVersion> like) {
        return catalogue.all().stream()
                .map(card -> catalogue.published(card.code()).orElseThrow())
                .filter(like)
                .filter(item -> item.onTheSpot() && item.isFor(Audience.RESIDENT))
                .filter(item -> unit(item).stream().anyMatch(unit -> holder(unit, "on-the-spot", item.code()) != null))
                .map(ItemVersion::code)
                .findFirst();
    }

    public Visitor officerAnywhere(String act, String item) {
        String unit = unit(item(item)).orElseThrow();
        return visitor(Objects.requireNonNull(holder(unit, act, item)));
    }

    private Optional<String> unit(ItemVersion item) {
        return network.competentUnit(item.department(), item.levels(), Answers.XIHU)
                .map(unit -> unit.code());
    }

    private @Nullable Officer holder(String unit, String act, String item) {
        return posts(unit).stream()
                .filter(post -> network.authorisations(post.code()).stream().anyMatch(line -> may(line, act, item)))
                .map(Post::a)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public List<Post> posts(String unit) {
        return roster.postsOf(unit);
    }

    public Post post(String code) {
        return network.post(code).orElseThrow();
    }

    public Post post(String act, String item) {
        return posts(UNIT).stream()
                .filter(post -> network.authorisations(post.code()).stream().anyMatch(line -> may(line, act, item)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No post may " + act + " " + item));
    }

    private boolean may(Authorisation line, String act, String item) {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        return line.act().key().equals(act) && line.covers(item) && line.on(today);
    }

    public static Visitor visitor(Officer officer) {
        return new Visitor(officer.account(), officer.name(), Set.of(Role.OFFICER));
    }

    public ItemVersion item(String code) {
        return catalogue.published(code).orElseThrow();
    }

    /** A whole application for an item in 西湖区. */
    public NewCase application(Visitor applicant, String code) {
        ItemVersion item = item(code);
        Map<String, Object> answers = Answers.fitting(item);
        return new NewCase(code, Answers.XIHU, answers, materials(applicant, item, answers), null);
    }

    /** The same application with these answers over its own. */
    public static NewCase with(NewCase usual, Map<String, Object> answers) {
        var all = new LinkedHashMap<>(usual.answers());
        all.putAll(answers);
        return new NewCase(usual.item(), usual.division(), all, usual.materials(), usual.way());
    }

    public List<SubmittedMaterial> materials(Visitor owner, ItemVersion item, Map<String, Object> answers) {
        var handed = new ArrayList<SubmittedMaterial>();
        for (Material material : item.materials(answers)) {
            if (material.mustBring()) {
                handed.add(new SubmittedMaterial(material.code(), upload(owner, material.code()), "文件.pdf"));
            }
        }
        return handed;
    }

    public UUID upload(Visitor owner, String name) {
        byte[] pdf =
                ("%PDF-1.4\n% " + name + SERIAL.getAndIncrement() + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
        return documents.store(pdf, name + ".pdf", owner.id()).id();
    }

    /** The draft of a food permit that can be submitted. */
    public UUID draft(Visitor owner) {
        NewCase whole = application(owner, FOOD);
        UUID id = drafts.start(owner, FOOD, whole.division(), null).id();
        drafts.save(owner, id, whole.answers());
        whole.materials().forEach(material -> drafts.attach(owner, id, material));
        return id;
    }

    /** A food permit applied for online. */
    public Receipt submitted(Visitor company) {
        return casework.file(company, application(company, FOOD));
    }

    /** As if it had been received there. */
    public UUID takenAtWindow(UUID id) {
        db.execute("update casework.case_file set channel = 'WINDOW' where id = ?", id);
        return id;
    }

    public UUID accepted(Visitor company) {
        UUID id = submitted(company).caseId();
        act(officer("accept"), id, new CaseAct.Accept());
        return id;
    }

    /** Accepted, and every step before the decision found in order. */
    public UUID reviewed(Visitor company) {
        UUID id = accepted(company);
        review(id);
        return id;
    }

    public void review(UUID id) {
        for (CaseStep step = next(id); step != null; step = next(id)) {
            Visitor officer = officer(step.act());
            UUID companion = step.takesTwo()
                    ? Objects.requireNonNull(post("survey", FOOD).b()).account()
                    : null;
            act(officer, id, new CaseAct.FinishStep(step.key(), Verdict.PASS, "符合要求", companion));
        }
    }

    /** What stands in the case for a material now. */
    public List<SubmittedMaterial> handed(UUID id, String material) {
        CaseView view = view(officer("accept"), id);
        return view.materials().stream()
                .filter(handed -> handed.material().equals(material))
                .toList();
    }

    public List<CaseStep> openSteps(UUID id) {
        return view(id).steps().stream().filter(CaseStep::open).toList();
    }

    private @Nullable CaseStep next(UUID id) {
        return openSteps(id).stream()
                .filter(step -> Set.of("review", "survey", "expert", "issue").contains(step.act()))
                .findFirst()
                .orElse(null);
    }

    public UUID granted(Visitor company) {
        UUID id = reviewed(company);
        act(officer("decide"), id, new CaseAct.Grant("同意"));
        review(id);
        return id;
    }

    /** Does an act on the case as it is now. */
    public Acted act(Visitor who, UUID id, CaseAct act) {
        return casework.act(who, id, view(id).version(), act);
    }

    /** As somebody sees it. */
    public CaseView view(Visitor who, UUID id) {
        return cases.view(who, id);
    }

    /** As the supervisor sees it. */
    public CaseView view(UUID id) {
        return cases.view(aSupervisor(), id);
    }

    /** What stands on record of it, in order. */
    public List<String> kinds(UUID id) {
        return journal.of("case:" + id).stream().map(Entry::kind).toList();
    }

    /** The letter that a case got last. */
    public LetterContent lastLetter(UUID id) {
        return letters.find(letters.ofCase(id).getLast().id()).orElseThrow();
    }

    /** Its letters of a kind, in order. */
    public List<LetterContent> letters(UUID id, LetterKind kind) {
        return letters.ofCase(id).stream()
                .filter(made -> made.kind() == kind)
                .flatMap(made -> letters.find(made.id()).stream())
                .toList();
    }

    /** How many cases somebody has applied with. */
    public int cases(Visitor applicant) {
        return db.fetchCount(CASE_FILE, CASE_FILE.APPLICANT.eq(applicant.id()));
    }

    public Visitor owner(UUID id) {
        CaseView view = view(id);
        return new Visitor(view.applicant().account(), view.applicant().name(), Set.of(Role.COMPANY));
    }

    public static DenialFiling filing() {
        return new DenialFiling(DenialFiling.Reason.FORBIDDEN, "食品安全法第三十三条", "场所离污染源太近");
    }

    /** Another authority is competent. */
    public static DenialFiling notOurs() {
        return new DenialFiling(DenialFiling.Reason.NOT_OUR_AUTHORITY, "行政许可法第三十二条", "归别的机关管");
    }
}
