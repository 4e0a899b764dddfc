/** Proves the record: every hash, every link, every end. */
@NullMarked
package org.yichuang.journal.verify;

import org.jspecify.annotations.NullMarked;
