package org.yichuang.casework;

import org.jspecify.annotations.Nullable;

/**
 * One thing of an application that has to be mended: of a material or of an answer, exactly one of the two.
 *
 * @param material code of a material of the item version (AL-31)
 * @param field key of a field of its form
 * @param wrong what is wrong
 * @param mend what to do
 */
public record Defect(@Nullable String material, @Nullable String field, String wrong, String mend) {}
