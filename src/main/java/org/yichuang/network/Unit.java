package org.yichuang.network;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * An authority: a department in one division. It is what is competent, decides and answers for it.
 *
 * @param code {@code 330106-scjg}
 * @param division the code of the division it serves
 * @param department the key of its department
 * @param parent the unit that guides it, one tier up
 * @param phone where one asks
 * @param reviewBody who reviews its decisions (行政复议机关), where the city says; a letter that denies something names it
 * @param court where they are sued over, where the city says
 */
public record Unit(
        String code,
        Text name,
        Tier tier,
        String division,
        String department,
        @Nullable String parent,
        @Nullable String phone,
        @Nullable String reviewBody,
        @Nullable String court) {}
