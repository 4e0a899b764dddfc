/** The record in the database. */
@NullMarked
package org.yichuang.journal.store;

import org.jspecify.annotations.NullMarked;
