/** Takes each reader through the record, exactly once an entry, on as many nodes as there are. */
@NullMarked
package org.yichuang.journal.reading;

import org.jspecify.annotations.NullMarked;
