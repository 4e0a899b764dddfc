package org.yichuang.documents;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which uploads are being used though no case holds them yet. The casework module gives the one bean of this type. */
public interface FileUse {
    /** The files in the drafts of these accounts. */
    Set<UUID> used(Collection<UUID> owners);
}
