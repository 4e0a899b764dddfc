/** Tells the readers of every node that the record has grown. */
@NullMarked
package org.yichuang.journal.wake;

import org.jspecify.annotations.NullMarked;
