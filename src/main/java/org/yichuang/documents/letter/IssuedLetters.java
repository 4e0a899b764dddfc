package org.yichuang.documents.letter;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.documents.Granted;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.Letters;
import org.yichuang.documents.NewLetter;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.documents.StoredFile;
import org.yichuang.documents.Verification;
import org.yichuang.documents.VerificationCode;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Days;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;

/** Letters in the database. */
@Service
class IssuedLetters implements Letters {
    private static final String NO_CODE = "0000-0000-0000-0000";
    private static final String PDF = "application/pdf";

    private final LetterTable table;
    private final Press press;
    private final Ids ids;
    private final Clock clock;

    IssuedLetters(LetterTable table, Press press, Ids ids, Clock clock) {
        this.table = table;
        this.press = press;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public PreparedLetter prepare(NewLetter letter) {
        LetterContent content = Wording.complete(letter, VerificationCode.random());
        return new PreparedLetter(ids.next(), letter.ordinal(), content, LetterJson.write(content));
    }

    @Override
    public LetterContent preview(NewLetter letter) {
        return Wording.complete(letter, NO_CODE);
    }

    @Override
    public Optional<LetterContent> find(UUID id) {
        return table.byId(id).map(LetterTable.Row::content);
    }

    @Override
    public List<Issued> ofCase(UUID caseId) {
        return table.ofCase(caseId);
    }

    /** Not a transaction: no connection is held while a page is printed. */
    @Override
    public Optional<StoredFile.Content> pdf(UUID id) {
        return table.byId(id).map(this::pdf);
    }

    private StoredFile.Content pdf(LetterTable.Row row) {
        byte[] sha256 = row.pdf() == null ? print(row) : row.pdf();
        byte[] bytes = table.content(sha256);
        String name = row.content().title() + " " + row.content().number() + ".pdf";
        return new StoredFile.Content(
                new StoredFile(row.id(), HexFormat.of().formatHex(sha256), name, PDF, bytes.length), bytes);
    }

    /** An altered text gets no seal. */
    private byte[] print(LetterTable.Row row) {
        if (!row.intact()) {
            throw Problem.conflict(
                    "letter-altered",
                    "这份文书存档的文字被改动过，不能打印。请拨打 12345 核实",
                    "The stored text of this letter was altered: it is not printed. Please ask on 12345");
        }
        return table.keepPdf(row.id(), press.print(row.content()));
    }

    @Override
    @Transactional
    public void revoke(UUID id, LocalDate day, String reason) {
        if (!table.revoke(id, day, reason)) {
            throw Problem.conflict("letter-not-revocable", "没有这份文书，或者已经撤销", "No such letter, or it is revoked already");
        }
    }

    @Override
    public Optional<Verification> verify(String code) {
        return row(code).map(row -> Verifications.of(row, today()));
    }

    @Override
    public Page<Granted> granted(String holder, DayRange days, @Nullable String after, int size) {
        LocalDate today = today();
        List<LetterTable.Row> rows = table.granted(holder.strip(), days, after, size + 1);
        var page = Page.of(rows, size, LetterTable::cursor);
        Map<UUID, LetterTable.Row> certificates = table.certificates(
                page.items().stream().map(row -> row.content().caseId()).toList());
        return page.map(row -> new Granted(
                Verifications.of(row, today),
                Optional.ofNullable(certificates.get(row.content().caseId()))
                        .map(certificate -> Verifications.of(certificate, today))
                        .orElse(null)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }

    @Override
    public boolean matches(String code, byte[] pdf) {
        return row(code)
                .filter(LetterTable.Row::intact)
                .filter(row -> row.pdf() != null && MessageDigest.isEqual(row.pdf(), Digest.sha256(pdf)))
                .isPresent();
    }

    private Optional<LetterTable.Row> row(String code) {
        return Optional.ofNullable(VerificationCode.read(code)).flatMap(read -> table.byCode(read.replace("-", "")));
    }
}
