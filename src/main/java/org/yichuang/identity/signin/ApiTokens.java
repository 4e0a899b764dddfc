package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.IdentityKinds;
import org.yichuang.identity.store.TokenStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Ids;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;

/** API tokens: what a system shows instead of a name and a password. */
@Service
public class ApiTokens {
    public static final int MAX_DAYS = 730;

    private final TokenStore store;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    ApiTokens(TokenStore store, Journal journal, Ids ids, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new token, told once. */
    public record Issued(UUID id, String token, Instant expires) {
        @Override
        public String toString() {
            return "token " + id;
        }
    }

    @Transactional
    public Issued issue(Account system, String name, int days, Actor by) {
        String called = name.strip();
        if (system.kind() != AccountKind.SYSTEM) {
            throw Problem.conflict("not-a-system", "只有系统账号用令牌", "Only systems use tokens");
        }
        if (system.disabled()) {
            throw Problem.conflict(
                    "disabled", "这个系统已停用，恢复后才能发令牌", "This system is disabled: enable it first, then issue a token");
        }
        if (called.isEmpty() || called.length() > 60 || !PlainText.oneLine(called)) {
            throw Problem.invalid("name", "请给令牌起个名，最多 60 个字", "Name the token, in at most 60 characters");
        }
        if (days < 1 || days > MAX_DAYS) {
            throw Problem.invalid("days", "有效期 1 到 " + MAX_DAYS + " 天", "From 1 to " + MAX_DAYS + " days");
        }
        Instant now = clock.instant();
        Instant expires = now.plus(Duration.ofDays(days));
        UUID id = ids.next();
        String token = Tokens.next(Tokens.SYSTEM);
        store.insert(Tokens.hash(token), new TokenStore.Row(id, system.id(), called, now, expires, null, null));
        journal.append(new NewEntry(
                IdentityKinds.TOKEN_ISSUED,
                system.subject(),
                by,
                Map.of("token", id.toString(), "name", called, "expires", expires.toString())));
        return new Issued(id, token, expires);
    }

    public List<TokenStore.Row> of(UUID system) {
        return store.of(List.of(system));
    }

    /** The tokens of each of these systems that has some. */
    public Map<UUID, List<TokenStore.Row>> of(Collection<UUID> systems) {
        return store.of(systems).stream().collect(Collectors.groupingBy(TokenStore.Row::account));
    }

    /** Dead from the next request on; nothing happens when it was dead already. One that there is not is a problem. */
    @Transactional
    public void revoke(UUID system, UUID token, Actor by) {
        if (of(system).stream().noneMatch(row -> row.id().equals(token))) {
            throw Problem.notFound("这个系统没有这个令牌", "This system has no such token");
        }
        if (store.revoke(system, token, clock.instant())) {
            journal.append(new NewEntry(
                    IdentityKinds.TOKEN_REVOKED, Account.subject(system), by, Map.of("token", token.toString())));
        }
    }
}
