package org.yichuang.catalogue.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Topic;
import org.yichuang.catalogue.search.SearchIndex;
import org.yichuang.network.Department;
import org.yichuang.network.Network;
import org.yichuang.shared.Text;

/**
 * What is in force, held in memory by each node. The database is the truth: its edition number grows with every
 * publication and retirement, a node looks at it at most once a second and then reads only what changed. The node that
 * published sees it at once, the others within that second. What departments and topics are called now is looked at
 * as often.
 */
@Component
public class Shelf {
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_BODIES = 2000;

    private final ItemStore items;
    private final TopicStore topics;
    private final Network network;
    private final ConcurrentHashMap<String, ItemVersion> bodies = new ConcurrentHashMap<>();
    private volatile Contents contents = Contents.EMPTY;
    private volatile long lookedAt;
    /** Counts what this node changed itself. */
    private final AtomicLong changes = new AtomicLong(1);
    /** How much of that the contents have. */
    private volatile long seen;

    private final ReentrantLock looking = new ReentrantLock();

    Shelf(ItemStore items, TopicStore topics, Network network) {
        this.items = items;
        this.topics = topics;
        this.network = network;
    }

    /**
     * One state of the catalogue; never changes.
     *
     * @param topics with the number of items behind each; {@code named} as they are stored
     */
    public record Contents(
            long edition,
            Map<String, Listed> published,
            SearchIndex index,
            List<Topic> topics,
            List<Topic> named,
            List<Department> departments) {
        private static final Contents EMPTY =
                new Contents(-1, Map.of(), SearchIndex.of(List.of()), List.of(), List.of(), List.of());

        /** The number of the version in force, null when none is. */
        public @Nullable Integer version(String code) {
            Listed listed = published.get(code);
            return listed == null ? null : listed.card().version();
        }
    }

    /**
     * What is in force; whoever asks before this node has read it for the first time waits for that. Who asks in a
     * transaction while another reads gets what was in force before.
     */
    public Contents now() {
        if (seen != changes.get() || System.nanoTime() - lookedAt > LOOK_EVERY) {
            look();
        }
        return contents;
    }

    /** A version that is or was in force, whose content never changes any more. */
    public @Nullable ItemVersion body(String code, int version) {
        if (bodies.size() > MOST_BODIES) {
            bodies.clear();
        }
        ItemVersion held = bodies.get(code + "@" + version);
        if (held == null) {
            held = items.body(code, version).orElse(null);
            if (held != null) {
                bodies.put(code + "@" + version, held);
            }
        }
        return held;
    }

    /** Looks again for the next reader, once this transaction has committed. */
    public void changing() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changes.incrementAndGet();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.incrementAndGet();
            }
        });
    }

    /** Whoever looks may wait for a connection, and an act holds one: it does not wait for them, it takes what is there. */
    private void look() {
        boolean waits = contents.edition() < 0 || !TransactionSynchronizationManager.isActualTransactionActive();
        if (waits) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return;
        }
        try {
            lookNow();
        } finally {
            looking.unlock();
        }
    }

    private void lookNow() {
        long own = changes.get();
        boolean changed = seen != own;
        if (!changed && System.nanoTime() - lookedAt <= LOOK_EVERY) {
            return;
        }
        lookedAt = System.nanoTime();
        List<Department> departments = network.departments();
        List<Topic> named = topics.topics();
        if (changed
                || items.edition() != contents.edition()
                || !departments.equals(contents.departments())
                || !named.equals(contents.named())) {
            contents = read(contents, departments, named);
        }
        seen = own; // last: until then whoever asks waits for what this node changed
    }

    private Contents read(Contents before, List<Department> departments, List<Topic> named) {
        Map<String, Listed> published = new TreeMap<>(before.published());
        long edition = Math.max(before.edition(), 0);
        for (ItemStore.Change change : items.changes(before.edition())) {
            Listed held = published.get(change.code());
            if (change.listed() != null) {
                published.put(change.code(), change.listed());
            } else if (held != null && held.card().version() == change.version()) {
                published.remove(change.code());
            }
            edition = Math.max(edition, change.edition());
        }
        return new Contents(
                edition,
                Map.copyOf(published),
                index(published.values(), departments, named),
                counted(published.values(), named),
                named,
                departments);
    }

    private static SearchIndex index(Collection<Listed> published, List<Department> departments, List<Topic> topics) {
        Map<String, Text> names = departments.stream().collect(Collectors.toMap(Department::key, Department::name));
        return SearchIndex.of(published.stream()
                .map(listed -> new SearchIndex.Item(
                        listed.card(),
                        listed.synonyms(),
                        listed.outcome(),
                        names.getOrDefault(
                                listed.card().department(),
                                Text.same(listed.card().department())),
                        topics.stream()
                                .filter(topic -> topic.has(listed.card()))
                                .map(Topic::name)
                                .toList()))
                .toList());
    }

    private static List<Topic> counted(Collection<Listed> published, List<Topic> topics) {
        return topics.stream()
                .map(topic ->
                        new Topic(topic.kind(), topic.key(), topic.name(), topic.audience(), (int) published.stream()
                                .filter(listed -> topic.has(listed.card()))
                                .count()))
                .toList();
    }
}
