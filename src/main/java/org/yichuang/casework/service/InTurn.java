package org.yichuang.casework.service;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.store.DraftStore;
import org.yichuang.shared.web.Visitor;

/** Pages of one person that are saved in one moment are compared and kept one after the other. */
@Component
public class InTurn {
    private final DraftStore drafts;
    private final TransactionTemplate apart;

    InTurn(DraftStore drafts, PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** For good at once, whatever becomes of the request; nothing is kept where this fails. */
    public <T> T of(Visitor who, Supplier<T> keeping) {
        return Objects.requireNonNull(apart.execute(transaction -> {
            drafts.alone(who.id());
            return keeping.get();
        }));
    }
}
