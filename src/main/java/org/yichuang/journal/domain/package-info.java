/** What an entry looks like before it is hashed. */
@NullMarked
package org.yichuang.journal.domain;

import org.jspecify.annotations.NullMarked;
