/** The rules a version has to keep before it is published, as a table. */
@NullMarked
package org.yichuang.catalogue.quality;

import org.jspecify.annotations.NullMarked;
