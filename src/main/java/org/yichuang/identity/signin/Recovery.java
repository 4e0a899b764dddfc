package org.yichuang.identity.signin;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.PasswordLink;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;

/**
 * The way back for one of the three whom no other can help: whoever starts the server names the account, and the start
 * shows a link that sets its password. Like every such link it waits for the second person, where there is another. A
 * disabled security administrator is enabled without the old password, where no other could do so; the others they enable.
 */
@Component
class Recovery {
    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final Accounts accounts;
    private final AccountStore store;
    private final PasswordLinks links;
    private final TransactionTemplate transaction;
    private final String login;
    private final String address;

    Recovery(
            Accounts accounts,
            AccountStore store,
            PasswordLinks links,
            TransactionTemplate transaction,
            @Value("${yichuang.recover}") String login,
            @Value("${yichuang.address}") String address) {
        this.accounts = accounts;
        this.store = store;
        this.links = links;
        this.transaction = transaction;
        this.login = login;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (login.isEmpty()) {
            return;
        }
        try {
            PasswordLink link = Objects.requireNonNull(transaction.execute(status -> issue()));
            log.info("给 {} 设新密码的链接 · The link to a new password for {}: {}{}", login, login, address, link.path());
            log.info("再启动时不要再带 --recover · Start without --recover the next time: each start ends the link before");
            if (link.waits()) {
                log.info("系统管理员或审计员确认后才有用 · It works when the administrator or the auditor has confirmed it");
            }
        } catch (Problem problem) {
            log.error(
                    "{}: {} · {}",
                    login,
                    problem.detail().zh(),
                    problem.detail().en());
        }
    }

    private PasswordLink issue() {
        Account account = accounts.byLogin(login)
                .filter(known -> !Collections.disjoint(known.roles(), Role.APART))
                .orElseThrow(() -> Problem.notFound(
                        "系统管理员、安全管理员、审计员里没有这个登录名",
                        "No administrator, security administrator or auditor has this login name"));
        if (account.disabled()) {
            if (!account.roles().contains(Role.SECURITY_ADMINISTRATOR)) {
                throw Problem.conflict(
                        "disabled",
                        "这个账号已停用，由安全管理员启用",
                        "This account is disabled; the security administrator enables it");
            }
            if (store.anyActive(Set.of(Role.SECURITY_ADMINISTRATOR), null)) {
                throw Problem.conflict(
                        "disabled",
                        "这个账号已停用，别的安全管理员可以启用它",
                        "This account is disabled; another security administrator can enable it");
            }
            links.end(account, Actor.SYSTEM);
            accounts.enable(account.id(), Actor.SYSTEM);
        }
        return links.issue(account, Actor.SYSTEM);
    }
}
