/** Letters: their standard wording, their paper, their seal, their rows. */
@NullMarked
package org.yichuang.documents.letter;

import org.jspecify.annotations.NullMarked;
