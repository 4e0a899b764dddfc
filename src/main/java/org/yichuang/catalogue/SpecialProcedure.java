package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/**
 * Something the law may put between acceptance and decision: a hearing, a notice, an expert review.
 *
 * @param time how long it takes, in words; may be blank when the law gives no number
 * @param counts its time counts against the limits; what article 45 of the licensing law names does not
 */
public record SpecialProcedure(Text name, Text time, boolean counts, Text basis, boolean verified, Text note) {}
