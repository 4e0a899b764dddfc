/** The record's pages. */
@NullMarked
package org.yichuang.journal.web;

import org.jspecify.annotations.NullMarked;
