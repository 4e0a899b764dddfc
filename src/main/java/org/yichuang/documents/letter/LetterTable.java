package org.yichuang.documents.letter;

import static org.yichuang.jooq.documents.Tables.LETTER;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.shared.Digest;

/** The rows of the letters. */
@Repository
class LetterTable {
    /** By the millisecond in the id; the letters of one act in the order of a case's life. */
    private static final Comparator<Letters.Issued> OLDEST_FIRST = Comparator.comparingLong(
                    (Letters.Issued letter) -> letter.id().getMostSignificantBits() >>> 16)
            .thenComparing(Letters.Issued::kind);

    private final DSLContext dsl;

    LetterTable(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A letter as it lies there.
     *
     * @param intact its text has the hash that was kept with it
     * @param pdf the SHA-256 of its PDF, null before the first printing
     */
    record Row(
            UUID id,
            LetterContent content,
            byte[] sha256,
            boolean intact,
            byte @Nullable [] pdf,
            @Nullable LocalDate revokedOn,
            @Nullable String revokedBecause) {}

    Optional<Row> byId(UUID id) {
        return find(LETTER.ID.eq(id));
    }

    Optional<Row> byCode(String plainCode) {
        return find(LETTER.CODE.eq(plainCode));
    }

    private Optional<Row> find(Condition condition) {
        return dsl.select(
                        LETTER.ID, LETTER.CONTENT, LETTER.SHA256, LETTER.PDF, LETTER.REVOKED_ON, LETTER.REVOKED_BECAUSE)
                .from(LETTER)
                .where(condition)
                .fetchOptional(row -> new Row(
                        row.value1(),
                        LetterJson.read(row.value2()),
                        row.value3(),
                        MessageDigest.isEqual(
                                row.value3(), Digest.sha256(row.value2().getBytes(StandardCharsets.UTF_8))),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    List<Letters.Issued> ofCase(UUID caseId) {
        return dsl
                .select(LETTER.ID, LETTER.KIND, LETTER.TITLE, LETTER.NUMBER, LETTER.ISSUED_ON, LETTER.REVOKED_ON)
                .from(LETTER)
                .where(LETTER.CASE_ID.eq(caseId))
                .fetch(row -> new Letters.Issued(
                        row.value1(),
                        LetterKind.valueOf(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6() != null))
                .stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /**
     * Keeps the first printing and says which it was: of two nodes that print at one time, one wins and both serve its
     * bytes.
     */
    byte[] keepPdf(UUID id, byte[] pdf) {
        byte[] sha256 = Digest.sha256(pdf);
        dsl.execute("""
            with kept as (
                insert into documents.content (sha256, size, bytes) values (?, ?, ?) on conflict do nothing)
            update documents.letter set pdf = ? where id = ? and pdf is null
            """, sha256, pdf.length, pdf, sha256, id);
        return Objects.requireNonNull(
                dsl.select(LETTER.PDF).from(LETTER).where(LETTER.ID.eq(id)).fetchSingle(LETTER.PDF));
    }

    /** @return false when there is no such letter, or it was revoked before */
    boolean revoke(UUID id, LocalDate day, String reason) {
        return dsl.update(LETTER)
                        .set(LETTER.REVOKED_ON, day)
                        .set(LETTER.REVOKED_BECAUSE, reason)
                        .where(LETTER.ID.eq(id), LETTER.REVOKED_ON.isNull())
                        .execute()
                == 1;
    }
}
