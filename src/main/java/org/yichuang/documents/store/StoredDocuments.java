package org.yichuang.documents.store;

import static org.yichuang.jooq.documents.Tables.FILE;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.documents.Documents;
import org.yichuang.documents.StoredFile;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Problem;

/** The store in PostgreSQL. */
@Service
class StoredDocuments implements Documents {
    private final DSLContext dsl;
    private final Clock clock;
    private final UploadQuota quota;

    StoredDocuments(DSLContext dsl, Clock clock, UploadQuota quota) {
        this.dsl = dsl;
        this.clock = clock;
        this.quota = quota;
    }

    @Override
    @Transactional
    public StoredFile store(byte[] bytes, String fileName, UUID owner) {
        MediaKind kind = check(bytes, fileName);
        quota.check(owner, bytes.length);
        byte[] sha256 = Digest.sha256(bytes);
        String hex = HexFormat.of().formatHex(sha256);
        String name = FileName.clean(fileName, kind);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = FileIds.of(owner, at, hex, bytes.length, kind.mediaType(), name);
        var file = new StoredFile(id, hex, name, kind.mediaType(), bytes.length);
        insert(file, sha256, bytes, owner, at);
        return file;
    }

    /**
     * One round trip; what is there already, content or an upload of this moment, is sent but not written again. The
     * content is locked, so that it is not deleted as unused meanwhile.
     */
    private void insert(StoredFile file, byte[] sha256, byte[] bytes, UUID owner, Instant at) {
        dsl.execute(
                """
                with kept as (
                    insert into documents.content (sha256, size, bytes) values (?, ?, ?)
                    on conflict (sha256) do update set size = excluded.size)
                insert into documents.file (id, sha256, name, media_type, size, owner, uploaded_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                sha256,
                bytes.length,
                bytes,
                file.id(),
                sha256,
                file.name(),
                file.mediaType(),
                bytes.length,
                owner,
                at.atOffset(ZoneOffset.UTC));
    }

    private static MediaKind check(byte[] bytes, String fileName) {
        if (bytes.length == 0) {
            throw Problem.invalid("file", "文件是空的，请重新选择", "The file is empty: please choose it again");
        }
        if (bytes.length > MAX_BYTES) {
            throw Problem.fileTooLarge();
        }
        String ending = FileName.ending(fileName);
        MediaKind kind = Sniffer.kindOf(bytes).orElseThrow(() -> notTaken(ending));
        if (!ending.isEmpty() && !kind.goesUnder(ending)) {
            throw Problem.invalid(
                    "file",
                    "文件名以 ." + ending + " 结尾，内容却是 " + kind + "，请核对后重新上传",
                    "The name ends in ." + ending + " but the content is " + kind + ": please check the file");
        }
        return kind;
    }

    /** Who is told to upload a JPG has to read why their .jpg is none. */
    private static Problem notTaken(String ending) {
        if (Arrays.stream(MediaKind.values()).anyMatch(kind -> kind.goesUnder(ending))) {
            return Problem.invalid(
                    "file",
                    "文件名以 ." + ending + " 结尾，内容却不是：可能坏了，也可能是别的格式改了名。请重新导出，或者拍一张照片上传（收 PDF、JPG、PNG、WEBP、DOCX、XLSX、OFD）",
                    "The name ends in ." + ending + " but the content is none: the file may be damaged, or of another"
                            + " kind and renamed. Please export it again, or upload a photo (taken are PDF, JPG, PNG,"
                            + " WEBP, DOCX, XLSX and OFD)");
        }
        return Problem.invalid(
                "file",
                "不支持这种文件，请上传 PDF、JPG、PNG、WEBP、DOCX、XLSX 或 OFD",
                "This kind of file is not taken: please upload a PDF, JPG, PNG, WEBP, DOCX, XLSX or OFD");
    }

    @Override
    public Optional<StoredFile> find(UUID id) {
        return find(FILE.ID.eq(id));
    }

    @Override
    public Optional<StoredFile.Content> read(UUID id) {
        return find(id).map(file -> new StoredFile.Content(file, new StoredContent(dsl, file.sha256(), file.size())));
    }

    @Override
    public StoredFile own(UUID id, UUID owner) {
        return find(FILE.ID.eq(id).and(FILE.OWNER.eq(owner)))
                .orElseThrow(() -> Problem.notFound("没有这个文件", "There is no such file"));
    }

    private Optional<StoredFile> find(Condition which) {
        return dsl.select(FILE.ID, FILE.SHA256, FILE.NAME, FILE.MEDIA_TYPE, FILE.SIZE)
                .from(FILE)
                .where(which)
                .fetchOptional(StoredDocuments::file);
    }

    private static StoredFile file(Record5<UUID, byte[], String, String, Integer> row) {
        return new StoredFile(
                row.value1(), HexFormat.of().formatHex(row.value2()), row.value3(), row.value4(), row.value5());
    }
}
