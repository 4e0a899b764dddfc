/** The catalogue's pages. */
@NullMarked
package org.yichuang.catalogue.web;

import org.jspecify.annotations.NullMarked;
