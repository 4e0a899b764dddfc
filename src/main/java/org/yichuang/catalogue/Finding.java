package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/**
 * Something a quality rule found in a version.
 *
 * @param rule the rule's id: {@code STEP-SUM}
 * @param source the article, or whose practice the rule is
 * @param error it may not be published like this; otherwise it is a warning
 * @param element the element of the version it is about: {@code materials.layout}
 */
public record Finding(String rule, Text source, boolean error, String element, Text what) {}
