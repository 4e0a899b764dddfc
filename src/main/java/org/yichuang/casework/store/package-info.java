/** How cases are kept: one row is a case; an act is one statement that writes state, journal and letters. */
@NullMarked
package org.yichuang.casework.store;

import org.jspecify.annotations.NullMarked;
