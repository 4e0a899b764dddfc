package org.yichuang.journal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who the accounts of the record are, for who reads it; the record itself holds their ids. Another module knows it. */
@FunctionalInterface
public interface ActorNames {
    /** An account that is unknown is left out. */
    Map<UUID, String> of(Collection<UUID> accounts);
}
