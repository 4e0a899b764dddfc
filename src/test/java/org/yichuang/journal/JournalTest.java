package org.yichuang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

@CityTest
class JournalTest {
    @Autowired
    Journal journal;

    @Autowired
    JournalVerifier verifier;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext dsl;

    @Autowired
    TestClock clock;

    private final String subject = "thing:" + UUID.randomUUID();

    private Entry append(String kind) {
        return journal.append(new NewEntry(kind, subject, Actor.SYSTEM, Map.of("说明", "一窗", "n", 3)));
    }

    @Test
    void each_entry_holds_the_hash_of_the_one_before_it() {
        Entry first = append("thing.made");
        Entry second = append("thing.used");

        assertThat(first.nth()).isEqualTo(1);
        assertThat(second.nth()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(verifier.verify(subject)).isEmpty();
    }

    @Test
    void the_database_gives_back_what_was_hashed() {
        clock.set(TestClock.at("2026-10-09T10:24").plusNanos(123_456_789));
        var actor = new Actor(UUID.randomUUID(), "330106-review", "西湖区市场监管局", "account:" + UUID.randomUUID());
        Entry written = journal.append(new NewEntry("thing.made", subject, actor, Map.of("price", 12.50)));

        assertThat(written.at().getNano()).isEqualTo(123_456_000);
        assertThat(journal.find(written.id())).get().usingRecursiveComparison().isEqualTo(written);
        assertThat(journal.of(subject))
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(written);
        assertThat(verifier.verify(subject)).isEmpty();
    }

    @Test
    void what_is_rolled_back_leaves_no_entry() {
        append("thing.made");
        transaction.executeWithoutResult(status -> {
            append("thing.undone");
            status.setRollbackOnly();
        });
        append("thing.used");

        assertThat(journal.of(subject)).extracting(Entry::kind).containsExactly("thing.made", "thing.used");
        assertThat(verifier.verify(subject)).isEmpty();
    }

    @Test
    void many_who_append_to_one_subject_at_once_make_one_chain() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<?> running = IntStream.range(0, 80)
                    .mapToObj(i -> threads.submit(() -> append("thing.touched")))
                    .toList();
            assertThat(running).hasSize(80);
        }

        assertThat(journal.of(subject))
                .extracting(Entry::nth)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(verifier.verify(subject)).isEmpty();
    }

    @Test
    void an_entry_is_not_updated_or_deleted_by_mistake() {
        Entry entry = append("thing.made");

        for (String mistake : List.of(
                "update journal.entry set payload = '{}' where id = ?", "delete from journal.entry where id = ?")) {
            assertThatThrownBy(() -> dsl.query(mistake, entry.id()).execute())
                    .hasMessageContaining("only ever appended to");
        }
        assertThatThrownBy(() -> dsl.query("truncate journal.entry").execute())
                .hasMessageContaining("only ever appended to");
    }
}
