package org.yichuang.network;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Which items there are, for who keeps the register, which holds their codes. Another module knows it. */
@FunctionalInterface
public interface KnownItems {
    /**
     * Those of these codes that the catalogue has a version of, a draft or a retired one will do, and the departments that
     * the versions name.
     */
    Map<String, Set<String>> departments(Collection<String> codes);
}
