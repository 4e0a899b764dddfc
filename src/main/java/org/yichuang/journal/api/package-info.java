/** The record's part of the API. */
@NullMarked
package org.yichuang.journal.api;

import org.jspecify.annotations.NullMarked;
