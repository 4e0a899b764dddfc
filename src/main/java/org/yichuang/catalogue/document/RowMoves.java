package org.yichuang.catalogue.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yichuang.catalogue.document.ItemFields.Moved;
import org.yichuang.shared.Problem;

/**
 * What the buttons beside the rows of an item's form do: one more, one less, up, or to another place; or nothing but show
 * a field as it now stands.
 */
final class RowMoves {
    private static final Pattern ACT =
            Pattern.compile("((?:add|show):(.{1,100})|(remove|up|to):(.{1,100})\\[(\\d{1,4})])");

    /** Lists whose rows can go to the same list in another row, by where they are: and what that row is. */
    static final Map<String, String> ELSEWHERE = Map.of(
            "form.sections[].questions", "form.sections[]",
            "form.sections[].questions[].fields", "form.sections[].questions[]");

    /** Before the path of a row: where it is to go. */
    static final String TO = "to:";

    /** Before the path of a field. */
    private static final String SHOW = "show:";

    /** As {@link ItemFields#move}. */
    static Moved move(ItemFields fields, String act) {
        Matcher asked = ACT.matcher(act);
        if (!asked.matches()) {
            throw Problem.invalid("row", "没有这个操作", "There is no such thing to do");
        }
        if (act.startsWith(SHOW)) {
            return new Moved(fields, asked.group(2));
        }
        String list = Objects.requireNonNullElse(asked.group(2), asked.group(4));
        List<Integer> order =
                IntStream.range(0, fields.rows(list)).boxed().collect(Collectors.toCollection(ArrayList::new));
        if (asked.group(2) != null) {
            order.add(order.size());
            return new Moved(fields.ordered(list, order), ItemFields.row(list, order.size() - 1));
        }
        int at = Integer.parseInt(asked.group(5));
        if (at >= order.size()) {
            return new Moved(fields, list);
        }
        if (asked.group(3).equals("to")) {
            return moveTo(fields, fields.get(act), list, at, order);
        }
        if (asked.group(3).equals("remove")) {
            order.remove(at);
            return new Moved(fields.ordered(list, order), list);
        }
        Collections.swap(order, at, Math.max(0, at - 1));
        return new Moved(fields.ordered(list, order), ItemFields.row(list, Math.max(0, at - 1)));
    }

    /** The row becomes the last of the same list in another row. */
    private static Moved moveTo(ItemFields fields, String where, String list, int at, List<Integer> order) {
        String there = where + "." + list.substring(list.lastIndexOf('.') + 1);
        String from = ItemFields.row(list, at);
        if (where.isEmpty() || there.equals(list)) {
            return new Moved(fields, from);
        }
        if (!ItemFields.everywhere(where).equals(ELSEWHERE.get(ItemFields.everywhere(list))) || !fields.sent(where)) {
            throw Problem.invalid("row", "没有这个地方可移", "There is no such place to move it to");
        }
        String to = ItemFields.row(there, fields.rows(there));
        var moved = new LinkedHashMap<>(fields.typed());
        fields.copy(from, to, moved);
        order.remove(at);
        return new Moved(new ItemFields(moved).ordered(list, order), to);
    }

    private RowMoves() {}
}
