package org.yichuang.documents;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Which uploads something was made of. The casework module knows, and gives the one bean of this type. */
public interface FileUse {
    /** Of what this account uploaded since then, the files that a case or a draft holds. */
    Set<UUID> used(UUID owner, Instant since);
}
