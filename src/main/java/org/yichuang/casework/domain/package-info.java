/**
 * The case itself: what it is, what can be done with it, and what follows. Pure: no Spring, no SQL, no machine clock.
 * {@link org.yichuang.casework.domain.Transitions} is the table that everything goes by.
 */
@NullMarked
package org.yichuang.casework.domain;

import org.jspecify.annotations.NullMarked;
