package org.yichuang.network;

import java.util.Collection;
import java.util.Map;
import org.yichuang.shared.Text;

/**
 * What hangs on rows of the register in another module, which says so by implementing this: such a row is not removed,
 * or what hangs on it would be nobody's. Asked once, in the transaction that removes it; who files by the register as a
 * node remembers it keeps the row until that is written ({@code network.keep}), so that it is seen, or refused.
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
