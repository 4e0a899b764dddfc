package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/**
 * What the applicant has to do by when.
 *
 * @param what register the birth
 * @param within 1 month
 * @param from the event it is counted from
 */
public record Deadline(Text what, Text within, Text from) {}
