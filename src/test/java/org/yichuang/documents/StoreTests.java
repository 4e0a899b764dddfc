package org.yichuang.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.journal.KeptFiles;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Problem;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

@CityTest
class StoreTests {
    @Autowired
    Documents documents;

    @Autowired
    DSLContext dsl;

    @Autowired
    KeptFiles kept;

    @Autowired
    TestClock clock;

    private final UUID owner = UUID.randomUUID();

    /** A PDF that no other test has. */
    private static byte[] pdf() {
        byte[] pdf = SampleFiles.pdf();
        byte[] unique = ("%" + UUID.randomUUID() + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(pdf, pdf.length + unique.length);
        System.arraycopy(unique, 0, both, pdf.length, unique.length);
        return both;
    }

    private Problem refused(byte[] bytes, String name) {
        return assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> documents.store(bytes, name, owner))
                .actual();
    }

    @Test
    void more_files_at_once_than_the_memory_holds_are_taken_in_turn() throws Exception {
        var go = new CountDownLatch(1);
        var reading = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StoredFile>> files = IntStream.rangeClosed(0, FileUpload.AT_ONCE)
                    .mapToObj(n -> people.submit(() ->
                            FileUpload.read(new MockMultipartFile("file", "a.pdf", "application/pdf", pdf()), bytes -> {
                                reading.incrementAndGet();
                                await(go);
                                return documents.store(bytes, "a.pdf", owner);
                            })))
                    .toList();
            try {
                Awaitility.await()
                        .until(() -> FileUpload.IN_MEMORY.hasQueuedThreads() && reading.get() == FileUpload.AT_ONCE);
            } finally {
                go.countDown();
            }
            for (Future<StoredFile> file : files) {
                assertThat(documents.find(file.get().id())).isPresent();
            }
        }
        assertThat(reading).hasValue(FileUpload.AT_ONCE + 1);
    }

    @Test
    void files_that_are_stored_leave_most_connections_to_others(@Autowired HikariDataSource database) {
        assertThat(FileUpload.AT_ONCE).isLessThan(database.getMaximumPoolSize() / 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_file_is_kept_under_its_hash_and_given_back_as_it_came() {
        byte[] bytes = pdf();
        StoredFile file = documents.store(bytes, "营业执照.pdf", owner);
        assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(Digest.sha256(bytes)));
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(documents.find(file.id())).contains(file);
        assertThat(documents.read(file.id())).hasValueSatisfying(read -> {
            assertThat(read.file()).isEqualTo(file);
            assertThat(SampleFiles.bytes(read)).isEqualTo(bytes);
        });
    }

    @Test
    void a_large_content_is_read_a_piece_at_a_time_and_a_part_of_it_without_what_comes_before() throws IOException {
        byte[] bytes = Arrays.copyOf(pdf(), 1_200_000);
        bytes[1_100_000] = (byte) 200;
        StoredFile file = documents.store(bytes, "大图.pdf", owner);
        var read = documents.read(file.id()).orElseThrow().content();

        assertThat(read.contentLength()).isEqualTo(bytes.length);
        assertThat(read.getContentAsByteArray()).isEqualTo(bytes);
        try (var stream = read.getInputStream()) {
            assertThat(stream.read()).isEqualTo('%');
            assertThat(stream.skip(1_099_999)).isEqualTo(1_099_999);
            assertThat(stream.read()).isEqualTo(200);
            assertThat(stream.readNBytes(bytes.length)).hasSize(99_999);
            assertThat(stream.read()).isEqualTo(-1);
        }
        try (var stream = read.getInputStream()) {
            assertThat(stream.read(new byte[bytes.length])).isLessThan(bytes.length / 2);
            dsl.execute("delete from documents.file where id = ?", file.id());
            dsl.execute("delete from documents.content where sha256 = decode(?, 'hex')", file.sha256());
            assertThatExceptionOfType(IOException.class).isThrownBy(stream::readAllBytes);
        }
    }

    @Test
    void the_same_content_is_kept_once_whoever_uploads_it_under_whatever_name() {
        byte[] bytes = pdf();
        StoredFile first = documents.store(bytes, "甲.pdf", owner);
        StoredFile second = documents.store(bytes, "乙.pdf", UUID.randomUUID());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(dsl.fetchCount(
                        dsl.selectFrom("documents.content").where("sha256 = ?", (Object) Digest.sha256(bytes))))
                .isOne();
    }

    @Test
    void a_file_s_id_stands_for_all_that_is_said_of_it() {
        clock.set(clock.instant().plusNanos(123_456_789));
        StoredFile file = documents.store(pdf(), "营业执照.pdf", owner);
        assertThat(file.id().version()).isEqualTo(8);
        assertThat(named(file)).isTrue();

        for (String change : List.of(
                "name = '他.pdf'",
                "media_type = 'image/png'",
                "size = size + 1",
                "owner = gen_random_uuid()",
                "uploaded_at = uploaded_at + interval '1 microsecond'",
                "sha256 = (select c.sha256 from documents.content c where c.sha256 <> file.sha256 limit 1)")) {
            StoredFile changed = documents.store(pdf(), "营业执照.pdf", owner);
            dsl.execute("update documents.file set " + change + " where id = ?", changed.id());
            assertThat(named(changed)).as(change).isFalse();
        }
    }

    private boolean named(StoredFile file) {
        return Boolean.TRUE.equals(
                dsl.fetchValue("select named from (" + kept.select() + ") k where id = ?", file.id()));
    }

    @Test
    void each_upload_of_the_same_file_has_an_id_of_its_own_but_for_the_same_moment() {
        byte[] bytes = pdf();
        StoredFile first = documents.store(bytes, "a.pdf", owner);

        assertThat(documents.store(bytes, "a.pdf", owner)).isEqualTo(first);
        clock.set(clock.instant().plusSeconds(1));
        assertThat(documents.store(bytes, "a.pdf", owner).id()).isNotEqualTo(first.id());
        assertThat(dsl.fetchCount(dsl.selectFrom("documents.file").where("owner = ?", owner)))
                .isEqualTo(2);
    }

    @Test
    void only_its_owner_has_a_file_as_their_own() {
        StoredFile file = documents.store(pdf(), "a.pdf", owner);
        assertThat(documents.own(file.id(), owner)).isEqualTo(file);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> documents.own(file.id(), UUID.randomUUID()))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void an_empty_file_is_refused() {
        Problem problem = refused(new byte[0], "a.pdf");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.of("file")).isNotNull();
    }

    @Test
    void a_file_of_another_kind_is_refused_with_the_kinds_that_are_taken() {
        Problem problem = refused("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "a.html");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.detail().zh()).contains("PDF", "OFD");
        assertThat(problem.of("file")).isNotNull();
    }

    @Test
    void who_hands_in_what_only_looks_like_a_photo_by_its_name_is_told_so() {
        Problem problem = refused("heic".getBytes(java.nio.charset.StandardCharsets.UTF_8), "照片.jpg");
        assertThat(problem.detail().zh()).contains("以 .jpg 结尾，内容却不是").doesNotContain("不支持");
        assertThat(problem.detail().en()).contains("ends in .jpg");
        assertThat(problem.of("file")).isNotNull();
    }

    @Test
    void a_name_that_says_another_kind_than_the_content_is_refused_and_both_are_named() {
        Problem problem = refused(pdf(), "照片.jpg");
        assertThat(problem.detail().zh()).contains(".jpg", "PDF");
        assertThat(problem.detail().en()).contains(".jpg", "PDF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jfif", "photo.JPE", "扫描2026.10.9"})
    void a_photograph_is_taken_under_the_rarer_names_that_scanners_and_browsers_give(String name) {
        assertThat(documents.store(SampleFiles.image("jpg"), name, owner).mediaType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void a_file_of_more_than_20_megabytes_is_refused_and_one_of_20_is_taken() {
        byte[] largest = Arrays.copyOf(pdf(), Documents.MAX_BYTES);
        assertThat(documents.store(largest, "a.pdf", owner).size()).isEqualTo(Documents.MAX_BYTES);
        Problem problem = refused(Arrays.copyOf(largest, Documents.MAX_BYTES + 1), "a.pdf");
        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.of("file")).isNotNull();
    }
}
