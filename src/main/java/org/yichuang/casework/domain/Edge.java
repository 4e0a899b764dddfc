package org.yichuang.casework.domain;

import org.yichuang.casework.ActKind;
import org.yichuang.casework.Rule;
import org.yichuang.casework.State;

/**
 * One line of the transition table.
 *
 * @param journal the kind of the journal entry it makes
 * @param rule what it stands on
 */
public record Edge(State from, ActKind act, State to, String journal, Rule rule, Doers doers) {}
