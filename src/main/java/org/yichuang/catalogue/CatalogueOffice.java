package org.yichuang.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.catalogue.quality.QualityRules;
import org.yichuang.catalogue.store.ItemJson;
import org.yichuang.catalogue.store.ItemStore;
import org.yichuang.catalogue.store.Shelf;
import org.yichuang.catalogue.store.TopicStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;

/**
 * What the administrator does with items: draft → checked → published → retired. Each command names the revision it
 * was made on, and appends one entry to the journal under {@code item:CODE}.
 *
 * <p>Every command throws {@link Problem}: 404 for what is not there, 409 {@code stale} for an old revision, 409
 * {@code state} for a step the state does not allow, 422 for content that breaks a rule.
 */
@Service
@Transactional
public class CatalogueOffice {
    private final ItemStore items;
    private final QualityRules rules;
    private final TopicStore topics;
    private final Shelf shelf;
    private final Journal journal;
    private final Clock clock;

    CatalogueOffice(ItemStore items, QualityRules rules, TopicStore topics, Shelf shelf, Journal journal, Clock clock) {
        this.topics = topics;
        this.items = items;
        this.rules = rules;
        this.shelf = shelf;
        this.journal = journal;
        this.clock = clock;
    }

    /** A new draft with this content: version 1 of a new item, or the next of a known one. */
    public VersionInfo draft(ItemVersion content, Actor actor) {
        ItemVersion item = content.as(items.newest(content.code()) + 1);
        insert(item, errors(item));
        record(ItemKinds.DRAFTED, item.code(), item.version(), actor);
        return info(item.code(), item.version());
    }

    /** New content for an open version; it is a draft again, whatever was checked. */
    public VersionInfo edit(ItemVersion content, int revision, Actor actor) {
        require(
                items.update(content, revision, errors(content), clock.instant()),
                content.code(),
                content.version(),
                revision);
        record(ItemKinds.EDITED, content.code(), content.version(), actor);
        return info(content.code(), content.version());
    }

    /** Runs the quality rules; an error among the findings is a 422 that lists them, and nothing is changed. */
    public VersionInfo check(String code, int version, int revision, Actor actor) {
        refuseErrors(body(code, version));
        require(items.checked(code, version, revision, clock.instant()), code, version, revision);
        record(ItemKinds.CHECKED, code, version, actor);
        return info(code, version);
    }

    /** Puts a checked version in force; the one in force before is retired by it. */
    public VersionInfo publish(String code, int version, int revision, Actor actor) {
        ItemVersion item = body(code, version);
        topics.hold();
        refuseErrors(item);
        boolean ready = items.info(code, version)
                .filter(info -> info.state() == VersionState.CHECKED)
                .isPresent();
        require(ready && items.publish(item, revision, clock.instant()), code, version, revision);
        shelf.changing();
        recordPublished(item, actor);
        return info(code, version);
    }

    /** A new version straight into force, held against the rules like any other: one entry in the journal. */
    public VersionInfo publishAtOnce(ItemVersion content, Actor actor) {
        ItemVersion item = content.as(items.newest(content.code()) + 1);
        topics.hold();
        refuseErrors(item);
        insert(item, 0);
        boolean done = items.checked(item.code(), item.version(), revision(item), clock.instant())
                && items.publish(item, revision(item), clock.instant());
        require(done, item.code(), item.version(), revision(item));
        shelf.changing();
        recordPublished(item, actor);
        return info(item.code(), item.version());
    }

    /** Takes a published version out of force; cases that began with it go on. */
    public VersionInfo retire(String code, int version, int revision, Actor actor) {
        require(items.retire(code, version, revision, clock.instant()), code, version, revision);
        shelf.changing();
        record(ItemKinds.RETIRED, code, version, actor);
        return info(code, version);
    }

    /** Throws an open version away. */
    public void discard(String code, int version, int revision, Actor actor) {
        require(items.discard(code, version, revision), code, version, revision);
        record(ItemKinds.DISCARDED, code, version, actor);
    }

    /** A version as somebody saw it. */
    public record Seen(String code, int version, int revision) {}

    /** Throws several away, each on record; none of them when one cannot be, which is named. */
    public void discard(List<Seen> chosen, Actor actor) {
        for (Seen one : chosen) {
            unchanged(one);
            discard(one.code(), one.version(), one.revision(), actor);
        }
    }

    /** An open version that nobody touched since it was seen. */
    @Transactional(readOnly = true)
    public VersionInfo unchanged(Seen seen) {
        VersionInfo info = items.info(seen.code(), seen.version())
                .orElseThrow(() -> Problem.conflict(
                        "stale",
                        seen.code() + " 已经没有这一版了，什么都没有丢弃",
                        seen.code() + " has no such version any more; nothing was discarded"));
        if (info.revision() != seen.revision() || !info.state().open()) {
            throw Problem.conflict(
                    "stale",
                    seen.code() + " 别人刚改过，什么都没有丢弃，请看过再做",
                    "Somebody changed " + seen.code() + " meanwhile; nothing was discarded, look at it again first");
        }
        return info;
    }

    /** Any version, open ones too. */
    @Transactional(readOnly = true)
    public ItemVersion body(String code, int version) {
        return items.body(code, version).orElseThrow(CatalogueOffice::missing);
    }

    @Transactional(readOnly = true)
    public VersionInfo info(String code, int version) {
        return items.info(code, version).orElseThrow(CatalogueOffice::missing);
    }

    /** All versions of an item, newest first. */
    @Transactional(readOnly = true)
    public List<VersionInfo> versions(String code) {
        return items.versions(code);
    }

    /** Versions by code, with the filters of the list. */
    @Transactional(readOnly = true)
    public Page<VersionInfo> list(
            @Nullable VersionState state, @Nullable String words, @Nullable String after, int size) {
        List<VersionInfo> rows = items.list(state, words, key(Page.decode(after)), size + 1);
        return Page.of(rows, size, row -> row.code() + "\n" + row.version());
    }

    /** What the quality rules say of a version. */
    public List<Finding> findings(ItemVersion item) {
        return rules.check(item);
    }

    private void insert(ItemVersion item, int errors) {
        if (!items.insert(item, errors, clock.instant())) {
            throw Problem.conflict("state", "这个事项已经有一个没发布的版本", "This item already has a version that is not published");
        }
    }

    private int revision(ItemVersion item) {
        return info(item.code(), item.version()).revision();
    }

    private void refuseErrors(ItemVersion item) {
        List<Problem.FieldError> errors = rules.check(item).stream()
                .filter(Finding::error)
                .map(finding -> new Problem.FieldError(finding.element(), finding.what()))
                .toList();
        Problem.ifAny(errors);
    }

    private int errors(ItemVersion item) {
        return (int) rules.check(item).stream().filter(Finding::error).count();
    }

    private void require(boolean done, String code, int version, int revision) {
        if (done) {
            return;
        }
        VersionInfo now = items.info(code, version).orElseThrow(CatalogueOffice::missing);
        throw now.revision() == revision
                ? Problem.conflict(
                        "state",
                        "这个版本现在是“" + now.state().text().zh() + "”，不能这样做",
                        "This version is " + now.state().text().en() + " now; this cannot be done")
                : Problem.conflict(
                        "stale", "别人刚改过这个版本，请看过再做", "Somebody changed this version meanwhile; look at it again first");
    }

    private void record(String kind, String code, int version, Actor actor) {
        journal.append(new NewEntry(kind, ItemKinds.subject(code), actor, Map.of("version", version)));
    }

    /** The digest of the content goes on record, so that a published version cannot be changed unseen. */
    private void recordPublished(ItemVersion item, Actor actor) {
        Map<String, Object> payload = Map.of("version", item.version(), "sha256", Digest.hex(ItemJson.write(item)));
        journal.append(new NewEntry(ItemKinds.PUBLISHED, ItemKinds.subject(item.code()), actor, payload));
    }

    private static ItemStore.@Nullable Key key(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        int cut = cursor.lastIndexOf('\n');
        if (cut < 0 || !cursor.substring(cut + 1).matches("\\d{1,9}")) {
            throw Page.notOurs();
        }
        return new ItemStore.Key(cursor.substring(0, cut), Integer.parseInt(cursor.substring(cut + 1)));
    }

    static Problem missing() {
        return Problem.notFound("没有这个事项版本", "There is no such version of this item");
    }
}
