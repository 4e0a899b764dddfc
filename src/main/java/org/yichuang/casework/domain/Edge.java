package org.yichuang.casework.domain;

import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.State;
import org.yichuang.catalogue.LegalRule;

/**
 * One line of the transition table.
 *
 * @param journal the kind of the journal entry it makes
 * @param rule what it stands on; null where no rule speaks of it
 */
public record Edge(
        State from,
        ActKind act,
        State to,
        String journal,
        @Nullable LegalRule rule,
        Doers doers) {}
