package org.yichuang.documents.letter;

import static org.yichuang.jooq.documents.Tables.CONTENT;
import static org.yichuang.jooq.documents.Tables.LETTER;

import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.Row2;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.VerificationCode;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Days;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import tools.jackson.core.JacksonException;

/** The rows of the letters. */
@Repository
class LetterTable {
    /** By the millisecond in the id; the letters of one act in the order of a case's life, those of a kind in theirs. */
    private static final Comparator<Letters.Issued> OLDEST_FIRST = Comparator.comparingLong(
                    (Letters.Issued letter) -> letter.id().getMostSignificantBits() >>> 16)
            .thenComparing(Letters.Issued::kind);

    /** As the indexes have it: literally, or they are of no use to a generic plan. */
    private static final Condition GRANT = LETTER.KIND
            .eq(DSL.inline(LetterKind.GRANT.name()))
            .and(LETTER.TITLE.eq(DSL.inline(LetterKind.GRANT.title().zh())));

    private static final String HOLDER = "(content::jsonb #>> '{addressee,name}') collate \"C\"";

    private static final int MOST_BY_NAME = 1000;

    private final DSLContext dsl;

    LetterTable(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A letter as it lies there.
     *
     * @param intact its text has the hash that was kept with it
     * @param issuedOn as lists are sorted by it; what its text says may have been altered
     * @param pdf the SHA-256 of its PDF, null before the first printing
     */
    record Row(
            UUID id,
            LetterContent content,
            byte[] sha256,
            boolean intact,
            LocalDate issuedOn,
            byte @Nullable [] pdf,
            @Nullable LocalDate revokedOn,
            @Nullable String revokedBecause) {}

    Optional<Row> byId(UUID id) {
        return find(LETTER.ID.eq(id));
    }

    Optional<Row> byCode(String plainCode) {
        return find(LETTER.CODE.eq(plainCode));
    }

    /**
     * Grants of licences, newest first, as the two indexes have them.
     *
     * @param holder how a company's name begins, or empty
     * @param after {@link #cursor} of the row before, or null
     */
    List<Row> granted(String holder, DayRange days, @Nullable String after, int limit) {
        Condition which = GRANT;
        if (!holder.isEmpty()) {
            which = which.and("content::jsonb #>> '{addressee,person}' = 'false'")
                    .and(HOLDER + " >= ?", holder)
                    .and(HOLDER + " < ?", holder + Character.toString(Character.MAX_CODE_POINT));
            few(which);
        }
        if (days.from() != null) {
            which = which.and(LETTER.ISSUED_ON.ge(days.from()));
        }
        if (days.to() != null) {
            which = which.and(LETTER.ISSUED_ON.le(days.to()));
        }
        String key = Page.decode(after);
        if (key != null) {
            which = which.and(DSL.row(LETTER.ISSUED_ON, LETTER.ID).lt(place(key)));
        }
        return rows(which)
                .orderBy(LETTER.ISSUED_ON.desc(), LETTER.ID.desc())
                .limit(limit)
                .fetch(LetterTable::row);
    }

    /** Half a city's grants are not sorted for a name that begins with the city's. */
    private void few(Condition which) {
        if (dsl.fetchCount(dsl.selectOne().from(LETTER).where(which).limit(MOST_BY_NAME + 1)) > MOST_BY_NAME) {
            throw Problem.invalid(
                    "holder",
                    "超过 " + MOST_BY_NAME + " 份：名称请多写几个字",
                    "More than " + MOST_BY_NAME + ": write more of the name");
        }
    }

    /** Where a list of grants goes on after this row. */
    static String cursor(Row row) {
        return row.issuedOn() + " " + row.id();
    }

    private static Row2<LocalDate, UUID> place(String key) {
        String[] parts = key.split(" ", 2);
        try {
            return DSL.row(Days.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Page.notOurs();
        }
    }

    /** The newest certificate of each of these cases that has one. */
    Map<UUID, Row> certificates(List<UUID> cases) {
        var newest = new HashMap<UUID, Row>();
        rows(LETTER.CASE_ID.in(cases).and(LETTER.KIND.eq(LetterKind.CERTIFICATE.name())))
                .orderBy(LETTER.NTH)
                .fetch(LetterTable::row)
                .forEach(row -> newest.put(row.content().caseId(), row));
        return newest;
    }

    private Optional<Row> find(Condition condition) {
        return rows(condition).fetchOptional(LetterTable::row);
    }

    private SelectConditionStep<Record7<UUID, String, byte[], LocalDate, byte[], LocalDate, String>> rows(
            Condition condition) {
        return dsl.select(
                        LETTER.ID,
                        LETTER.CONTENT,
                        LETTER.SHA256,
                        LETTER.ISSUED_ON,
                        LETTER.PDF,
                        LETTER.REVOKED_ON,
                        LETTER.REVOKED_BECAUSE)
                .from(LETTER)
                .where(condition);
    }

    private static Row row(Record7<UUID, String, byte[], LocalDate, byte[], LocalDate, String> row) {
        boolean intact = MessageDigest.isEqual(row.value3(), Digest.sha256(row.value2()));
        return new Row(
                row.value1(),
                content(row.value2(), intact),
                row.value3(),
                intact,
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7());
    }

    private static LetterContent content(String text, boolean intact) {
        if (intact) {
            return LetterJson.read(text);
        }
        try {
            LetterContent left = LetterJson.read(text);
            if (left != null
                    && left.kind() != null
                    && left.code() != null
                    && left.issuer() != null
                    && left.addressee() != null) {
                return left;
            }
        } catch (JacksonException e) {
            // told below
        }
        throw Problem.conflict(
                "letter-altered",
                "这份文书存着的文字被改动过，已经读不出来，不能作数",
                "The stored text of this letter was altered and cannot be read any more; it counts for nothing");
    }

    List<Letters.Issued> ofCase(UUID caseId) {
        return dsl
                .select(
                        LETTER.ID,
                        LETTER.KIND,
                        LETTER.TITLE,
                        LETTER.NUMBER,
                        LETTER.ISSUED_ON,
                        LETTER.CODE,
                        LETTER.REVOKED_ON)
                .from(LETTER)
                .where(LETTER.CASE_ID.eq(caseId))
                .orderBy(LETTER.NTH)
                .fetch(row -> new Letters.Issued(
                        row.value1(),
                        LetterKind.valueOf(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        VerificationCode.printed(row.value6()),
                        row.value7() != null))
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

    byte[] content(byte[] sha256) {
        return Objects.requireNonNull(dsl.select(CONTENT.BYTES)
                .from(CONTENT)
                .where(CONTENT.SHA256.eq(sha256))
                .fetchSingle(CONTENT.BYTES));
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
