/** The catalogue's part of the API. */
@NullMarked
package org.yichuang.catalogue.api;

import org.jspecify.annotations.NullMarked;
