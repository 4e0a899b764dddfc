package org.yichuang.documents.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of files taken, with the name endings each goes under. */
enum MediaKind {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    OFD("application/ofd", "ofd");

    private final String mediaType;
    private final String ending;
    private final Set<String> endings;

    MediaKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.ending = endings[0];
        this.endings = Set.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** The usual ending of a name, without the dot. */
    String ending() {
        return ending;
    }

    boolean goesUnder(String nameEnding) {
        return endings.contains(nameEnding);
    }

    static Optional<MediaKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }
}
