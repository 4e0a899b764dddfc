package org.yichuang.network;

import java.util.Collection;
import java.util.Map;
import org.yichuang.shared.Text;

/**
 * What hangs on rows of the register in another module, which says so by implementing this: such a row is not removed,
 * or what hangs on it would be nobody's. Asked once, in the transaction that removes it: what another node files in that
 * second, by the register as it remembers it, is not seen.
 */
@FunctionalInterface
public interface InUse {
    /**
     * @param table by its name, such as {@code units}
     * @return what hangs on these rows, by their keys, as in “… is needed by open cases (3)”; a row that nothing hangs on is
     *     not there
     */
    Map<String, Text> of(String table, Collection<String> keys);
}
