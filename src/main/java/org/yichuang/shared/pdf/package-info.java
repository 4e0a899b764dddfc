/** Paper from pages: XHTML to PDF with a Chinese face inside, and QR codes. Nothing here ever goes to the network. */
@NullMarked
package org.yichuang.shared.pdf;

import org.jspecify.annotations.NullMarked;
