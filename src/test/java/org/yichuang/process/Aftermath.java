package org.yichuang.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.yichuang.support.Api;
import org.yichuang.support.Postgres;

/** What has to be so in a database after whatever happened to it. */
final class Aftermath {
    private static final String DEEMED = "select count(*) from journal.entry where kind = 'case.deemed-accepted'";

    /** Received in September, by a row that says it and the calendar alike, and not answered. */
    static final String UNANSWERED = """
            received_at = '2026-09-14T02:00:00Z', due = '2026-10-01T09:00:00Z', intake = (intake::jsonb ||
                '{"receivedAt": "2026-09-14T02:00:00Z", "due": "2026-10-01T09:00:00Z"}')::text""";

    private Aftermath() {}

    /** Every receipt leads to its case. */
    static void has(String address, List<String> receipts) {
        var anybody = new Api(address, null);
        assertThat(receipts).isNotEmpty().doesNotHaveDuplicates();
        assertThat(receipts.stream()
                        .filter(code -> anybody.get("/api/v1/track/" + code).status() != 200))
                .as("receipts that lead nowhere")
                .isEmpty();
    }

    /** Every act that was answered is on record, and none twice; every letter that was spoken of is there. */
    static void hasOnce(String database, List<String> acts) {
        List<String> record = Postgres.query(database, """
                select subject || ' ' || replace(kind, 'deemed-', '') || ' ' || coalesce(payload::jsonb ->> 'step', '') from journal.entry
                where kind in ('case.accepted', 'case.deemed-accepted', 'case.step-done', 'case.granted')""");
        assertThat(record).doesNotHaveDuplicates();
        record.addAll(Postgres.query(database, "select 'letter ' || id from documents.letter"));
        assertThat(acts).isNotEmpty();
        assertThat(record).containsAll(acts);
    }

    /** Lets the five working days of every case that waits be over, and the clock's job run now. */
    static void silenceIsOver(String database) {
        Postgres.query(database, "update casework.case_file set " + UNANSWERED + " where state = 'SUBMITTED'");
        Postgres.query(
                database,
                "update journal.scheduled_tasks set execution_time = now() where task_name = 'casework-limits'");
    }

    static int deemed(String database) {
        return Integer.parseInt(Postgres.query(database, DEEMED).getFirst());
    }

    /** Whose silence was over is accepted, each exactly once, by a job that was cut off in the middle. */
    static void everySilentCaseIsAcceptedOnce(String database) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(Postgres.query(
                                database,
                                "select id from casework.case_file where state = 'SUBMITTED' and due < '2026-10-02'"))
                        .isEmpty());
        assertThat(
                        Postgres.query(
                                database,
                                "select subject from journal.entry where kind = 'case.deemed-accepted' group by subject having count(*) > 1"))
                .isEmpty();
        assertThat(Postgres.query(database, """
                        select c.id from casework.case_file c where c.state = 'ACCEPTED' and not exists (select from
                        documents.letter l where l.case_id = c.id and l.kind in ('ACCEPTANCE', 'DEEMED_ACCEPTANCE'))"""))
                .as("accepted without a letter")
                .isEmpty();
        assertThat(Postgres.query(database, """
                        select subject from journal.entry where kind in ('case.accepted', 'case.deemed-accepted')
                        group by subject having count(*) > 1"""))
                .as("accepted by an officer and by silence")
                .isEmpty();
    }
}
