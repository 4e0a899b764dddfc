package org.yichuang.documents.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is from its first bytes; of a ZIP, from the names in its directory. Its own name is not asked. */
final class Sniffer {
    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    private Sniffer() {}

    static Optional<MediaKind> kindOf(byte[] bytes) {
        String type = magic(bytes);
        return switch (type) {
            case "application/zip", "application/x-tika-ooxml" -> inZip(ZipNames.of(bytes));
            case "application/pdf", "image/jpeg", "image/png", "image/webp" -> MediaKind.of(type);
            default -> Optional.empty();
        };
    }

    private static String magic(byte[] bytes) {
        try (var in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            return MAGIC.detect(in, new Metadata()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An office file with a macro in it is none of ours, whatever it is called. */
    private static Optional<MediaKind> inZip(Set<String> names) {
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            return Optional.empty();
        }
        if (names.contains("OFD.xml")) {
            return Optional.of(MediaKind.OFD);
        }
        if (!names.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        return names.contains("word/document.xml")
                ? Optional.of(MediaKind.DOCX)
                : names.contains("xl/workbook.xml") ? Optional.of(MediaKind.XLSX) : Optional.empty();
    }
}
