/** Finding published items by word, pinyin, initials and synonyms. */
@NullMarked
package org.yichuang.catalogue.search;

import org.jspecify.annotations.NullMarked;
