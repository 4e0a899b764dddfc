package org.yichuang.casework.web.desk;

import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.shared.Text;

/**
 * What the effects of an act depend on, which its dialogue tells.
 *
 * @param review DENIAL-FILING: how soon a denial is reviewed
 * @param delivery AL-44: how soon it is delivered
 * @param silence nobody answered in time: what is recorded is the acceptance by law (AL-32)
 * @param lawRuns the item's law counts from the receipt, so that its limit runs already
 * @param licence the item stands under the Licensing Law
 * @param granted what a grant gives, by its name; where there is no document, the decision itself
 * @param made the document that the act makes, by its name; null: none
 * @param ownExtension its own law, not the Licensing Law, says by how much the limit can be extended
 */
record ActFacts(
        Limit review,
        Limit delivery,
        boolean silence,
        boolean lawRuns,
        boolean licence,
        Text granted,
        @Nullable Text made,
        boolean ownExtension) {}
