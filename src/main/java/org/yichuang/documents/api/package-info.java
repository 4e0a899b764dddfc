/** Files and verifications as JSON. */
@NullMarked
package org.yichuang.documents.api;

import org.jspecify.annotations.NullMarked;
