package org.yichuang.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yichuang.journal.ActorNames;

/** Says to who reads the record whose accounts stand in it. */
@Component
class AccountNamesForTheRecord implements ActorNames {
    private final Accounts accounts;

    AccountNamesForTheRecord(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> ids) {
        return accounts.all(ids).values().stream().collect(Collectors.toMap(Account::id, Account::name));
    }
}
