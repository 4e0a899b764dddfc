package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.DemoMark;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.NewOfficer;
import org.yichuang.identity.Roles;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.identity.store.LinkStore;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/**
 * The first three accounts of an empty database. While nobody can give rights, each start of the server shows a link in
 * its log, good for an hour, until it is used or the server starts again.
 */
@Service
public class SetUp {
    /** The three, in the order the page asks for them. */
    public static final List<Role> THREE = List.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);

    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(SetUp.class);

    private final LinkStore links;
    private final AccountStore store;
    private final NewAccounts accounts;
    private final Passwords passwords;
    private final Clock clock;
    private final DemoMark demo;
    private final String address;

    SetUp(
            LinkStore links,
            AccountStore store,
            NewAccounts accounts,
            Passwords passwords,
            Clock clock,
            DemoMark demo,
            @Value("${yichuang.address}") String address) {
        this.links = links;
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.demo = demo;
        this.address = address;
    }

    /** One of the three people. */
    public record Person(
            @Nullable String login,
            @Nullable String name,
            @Nullable String idNumber,
            @Nullable String password) {
        @Override
        public String toString() {
            return "Person " + login;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (!demo.is() && !store.any(Role.SECURITY_ADMINISTRATOR)) {
            String token = Tokens.next(Tokens.SETUP);
            links.replaceSetup(Tokens.hash(token), clock.instant());
            log.info(
                    "还没有人能登录，请设立头三个账号 · Nobody can sign in yet. Set up the first three accounts: {}/setup/{}",
                    address,
                    token);
        }
    }

    public boolean open(String token) {
        return Tokens.is(Tokens.SETUP, token)
                && links.isSetup(Tokens.hash(token), clock.instant().minus(GOOD_FOR));
    }

    /**
     * Makes the three accounts; the link, and any other, is dead. Fields are named {@code name-1} and so on. Whatever is
     * wrong, none is made and the link stays.
     */
    @Transactional
    public void run(String token, List<Person> people) {
        if (!open(token) || !links.useSetup(Tokens.hash(token))) {
            throw dead();
        }
        var errors = new ArrayList<Problem.FieldError>();
        for (int i = 0; i < people.size(); i++) {
            make(i + 1, THREE.get(i), people.get(i), errors);
        }
        Problem.ifAny(errors);
    }

    public static Problem dead() {
        return Problem.notFound(
                "这个链接已经用过或过了一小时，或服务器已重新启动：重新启动服务器就有新链接",
                "This link was used or is over an hour old, or the server has started since: start it again for a new"
                        + " one");
    }

    private void make(int place, Role role, Person person, List<Problem.FieldError> errors) {
        String password = text(person.password());
        Text wrong = Passwords.wrong(password, person.login(), person.name(), person.idNumber());
        if (wrong != null) {
            errors.add(at(place, role, new Problem.FieldError("password", wrong)));
        }
        try {
            var officer =
                    new NewOfficer(text(person.login()), text(person.name()), null, person.idNumber(), Set.of(role));
            var account = accounts.createOfficer(officer, Actor.SYSTEM);
            store.password(account.id(), wrong == null ? passwords.hash(password) : "");
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            problem.errors().forEach(error -> errors.add(at(place, role, error)));
        }
    }

    /** The three are asked the same: each is called by the role. */
    private static Problem.FieldError at(int place, Role role, Problem.FieldError error) {
        return error.at(error.field() + "-" + place).about(Roles.name(role));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
