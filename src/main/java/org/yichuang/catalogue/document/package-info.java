/** An item as a text that a person reads and edits, and the import of lists of items. */
@NullMarked
package org.yichuang.catalogue.document;

import org.jspecify.annotations.NullMarked;
