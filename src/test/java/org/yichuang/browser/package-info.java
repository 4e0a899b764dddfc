/** The product played in a real browser, as the people it serves play it; axe looks at every page they visit. */
@NullMarked
package org.yichuang.browser;

import org.jspecify.annotations.NullMarked;
