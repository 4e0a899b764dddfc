package org.yichuang.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * AL-32 (2) at a window: somebody asks for an item that another authority is competent for.
 *
 * @param applicant the account of who asks
 * @param agentName who stands there for them; null: the applicant
 * @param window the window's key; null: not at a window
 * @param item what they ask for; none that every window of the city takes
 * @param division where it would be handled; null: for an item whose form does not ask for the place
 * @param filing DENIAL-FILING; the right authority follows from item and division
 */
public record TurnedAway(
        UUID applicant,
        @Nullable String agentName,
        @Nullable String window,
        String item,
        @Nullable String division,
        DenialFiling filing) {}
