package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/**
 * One article that an item stands on.
 *
 * @param law the law's name, without 《》
 * @param article as the law numbers it: 第三十三条
 * @param text the date of the text meant, or empty
 * @param verified somebody read this article for this item; where not, pages say so
 */
public record LegalBasis(Text law, Text article, String text, boolean verified) {}
