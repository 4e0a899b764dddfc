package org.yichuang.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * The frame around every page of the desk: where the officer sits, as whom, and what they may open.
 *
 * @param place the centre, or the unit where the officer has no counter
 * @param window the window, if any
 * @param cover {@code A}, or {@code B} while standing in; null for who holds no post
 * @param post the post's name
 */
public record DeskFrame(
        Text place, @Nullable Text window, @Nullable String cover, Text post, List<Group> groups) {

    public record Group(Text title, List<Link> links) {}

    /** One entry of the left side: an icon of the sheet, a name, a count of what waits there (null: none shown). */
    public record Link(
            String href, String icon, Text name, @Nullable Integer count) {}

    /** Whether the left side has this entry, so that its key and button can stand elsewhere too. */
    public boolean leadsTo(String href) {
        return groups.stream()
                .flatMap(group -> group.links().stream())
                .anyMatch(link -> link.href().equals(href));
    }

    /** The address of the entry for this page: with its query where an entry has it, else its path alone. */
    public String at(Ui ui) {
        String whole = ui.path() + "?" + ui.query();
        return leadsTo(whole) ? whole : ui.path();
    }

    /** Gives the frame of a visitor, once a page of the desk. */
    public interface Source {
        DeskFrame of(Visitor visitor);
    }
}
