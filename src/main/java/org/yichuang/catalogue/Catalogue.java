package org.yichuang.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.catalogue.store.ItemStore;
import org.yichuang.catalogue.store.Listed;
import org.yichuang.catalogue.store.Shelf;
import org.yichuang.network.Department;
import org.yichuang.network.Network;
import org.yichuang.shared.Days;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** What the city offers: the published items, and every version a case may have begun with. Reads only, from memory. */
@Service
public class Catalogue {
    private final Shelf shelf;
    private final ItemStore items;
    private final Network network;

    Catalogue(Shelf shelf, ItemStore items, Network network) {
        this.shelf = shelf;
        this.items = items;
        this.network = network;
    }

    /** The version in force. */
    public Optional<ItemVersion> published(String code) {
        Integer version = shelf.now().version(code);
        return version == null ? Optional.empty() : Optional.ofNullable(shelf.body(code, version));
    }

    /**
     * A version that is or was in force: what a case of it goes by.
     *
     * @throws Problem 404 when it was never published
     */
    public ItemVersion version(String code, int version) {
        return find(code, version).orElseThrow(CatalogueOffice::missing);
    }

    public Optional<ItemVersion> find(String code, int version) {
        Integer now = shelf.now().version(code);
        boolean known = now != null && now == version;
        if (known
                || items.info(code, version)
                        .filter(info -> !info.state().open())
                        .isPresent()) {
            return Optional.ofNullable(shelf.body(code, version));
        }
        return Optional.empty();
    }

    /** The versions that are or were in force, newest first; empty when the item was never published. */
    public List<VersionInfo> versions(String code) {
        return items.versions(code).stream()
                .filter(version -> !version.state().open())
                .toList();
    }

    /** The last version of an item that was in force and that nothing followed; none where one is, or never was. */
    public Optional<VersionInfo> retired(String code) {
        return published(code).isPresent()
                ? Optional.empty()
                : versions(code).stream().findFirst().filter(version -> version.retiredAt() != null);
    }

    /**
     * The version in force, for whoever has to have it.
     *
     * @throws Problem 410 where the item is no longer offered, 404 where it never was
     */
    public ItemVersion inForce(String code) {
        return published(code)
                .orElseThrow(() -> retired(code)
                        .map(Catalogue::gone)
                        .orElseGet(() -> Problem.notFound("没有这个事项", "There is no such item")));
    }

    /** That an item is no longer offered, and since when. */
    public static Problem gone(VersionInfo last) {
        Text day = Days.written(WorkingCalendar.dayOf(Objects.requireNonNull(last.retiredAt())));
        return new Problem(
                410,
                "item-retired",
                Text.of(
                        "“" + last.name().zh() + "”从 " + day.zh() + "起停办，不再收新的申请",
                        last.name().en() + " has not been offered since " + day.en()
                                + ": no new applications are taken"),
                List.of());
    }

    /** @throws Problem 422 that names the theme, life event or department that is not there */
    public void check(ItemQuery query) {
        Problem.ifUnknown("theme", query.theme(), key -> known(Topic.Kind.THEME, key));
        Problem.ifUnknown("lifeEvent", query.lifeEvent(), key -> known(Topic.Kind.LIFE_EVENT, key));
        Problem.ifUnknown(
                "department", query.department(), key -> network.department(key).isPresent());
    }

    private boolean known(Topic.Kind kind, String key) {
        return topics(kind).stream().anyMatch(topic -> topic.key().equals(key));
    }

    /** The best first; without words the common ones first. */
    public Page<ItemCard> search(ItemQuery query, @Nullable String after, int size) {
        return shelf.now().index().find(query, after, size);
    }

    public int count(ItemQuery query) {
        return shelf.now().index().count(query);
    }

    /** What somebody who typed this may mean; nothing for nothing. */
    public List<ItemCard> suggest(String words, int most) {
        return words.isBlank()
                ? List.of()
                : search(ItemQuery.words(words), null, most).items();
    }

    /** The items that the city names as common, in their order. */
    public List<ItemCard> common(int most) {
        return shelf.now().published().values().stream()
                .map(Listed::card)
                .filter(card -> card.common() != null)
                .sorted(Comparator.comparing(card -> card.common() == null ? Integer.MAX_VALUE : card.common()))
                .limit(most)
                .toList();
    }

    /** A published item as it stands in a list. */
    public Optional<ItemCard> card(String code) {
        return Optional.ofNullable(shelf.now().published().get(code)).map(Listed::card);
    }

    /** Every published item, the common ones first. */
    public List<ItemCard> all() {
        return shelf.now().index().all();
    }

    /** Themes or life events in their order, with the number of items behind each. */
    public List<Topic> topics(Topic.Kind kind) {
        return shelf.now().topics().stream()
                .filter(topic -> topic.kind() == kind)
                .toList();
    }

    public List<Topic> topics(Topic.Kind kind, Audience audience) {
        return topics(kind).stream()
                .filter(topic -> topic.audience() == audience)
                .toList();
    }

    /** Departments with published items, by key. */
    public List<Department> departments() {
        return network.departments().stream()
                .filter(department -> shelf.now().published().values().stream()
                        .anyMatch(listed -> listed.card().department().equals(department.key())))
                .toList();
    }

    /** A department's name; its key where nobody named it. */
    public Text department(String key) {
        return network.department(key).map(Department::name).orElseGet(() -> Text.same(key));
    }
}
