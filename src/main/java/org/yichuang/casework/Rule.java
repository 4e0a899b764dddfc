package org.yichuang.casework;

import org.yichuang.shared.Text;

/**
 * A rule of law that an act stands on.
 *
 * @param id as in the documentation: AL-32
 * @param article 行政许可法第三十二条
 */
public record Rule(String id, Text article) {}
