package org.yichuang.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.Target;
import org.yichuang.catalogue.Topic;
import org.yichuang.network.Division;
import org.yichuang.shared.Text;

/**
 * The home page.
 *
 * @param common the items that the city named as common
 * @param near the district whose centre is shown, empty while the visitor named none
 * @param promises what stands under the city's promises; only those with figures behind them
 */
public record HomePage(
        List<Common> common,
        int items,
        List<Topic> themes,
        List<Topic> life,
        List<Topic> business,
        List<Window> windows,
        List<Division> districts,
        String near,
        List<Promise> promises) {

    /** An item with its department's name. */
    public record Common(ItemCard card, Text department) {
        /** 承诺 5 个工作日; what the law gives where nothing is promised. */
        public Text limit() {
            if (card.onTheSpot()) {
                return Text.of("当场办结", "On the spot");
            }
            if (card.promised() != null) {
                Text limit = card.promised().text();
                return Text.of("承诺 " + limit.zh(), "Promised: " + limit.en());
            }
            if (card.statutory() != null) {
                Text limit = card.statutory().text();
                return Text.of("法定 " + limit.zh(), "By law: " + limit.en());
            }
            return Text.of("时限未定", "No limit set");
        }
    }

    /** A centre where one can go. */
    public record Window(
            String href,
            Text name,
            String address,
            Text open,
            @Nullable String phone) {}

    /**
     * One of the city's promises with its figure.
     *
     * @param target what the policy asks for
     * @param percent what was reached
     * @param basis what it was computed from
     */
    public record Promise(Target target, Text name, String percent, Text basis) {}
}
