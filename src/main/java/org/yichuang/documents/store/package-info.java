/** The uploaded files: what they are, and where they lie. */
@NullMarked
package org.yichuang.documents.store;

import org.jspecify.annotations.NullMarked;
