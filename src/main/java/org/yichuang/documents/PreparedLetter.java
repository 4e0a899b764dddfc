package org.yichuang.documents;

import java.util.Map;
import java.util.UUID;
import org.yichuang.shared.Digest;

/**
 * A letter with its text fixed.
 *
 * @param content what it says
 * @param json the same, as stored and hashed
 */
public record PreparedLetter(UUID id, int nth, LetterContent content, String json) {

    public String number() {
        return content.number();
    }

    /** SHA-256 of the stored text, lower-case hex. */
    public String sha256() {
        return Digest.hex(json);
    }

    /** The bind values for {@link Letters#INSERT_COLUMNS}. */
    public Object[] values() {
        return new Object[] {
            id,
            content.code().replace("-", ""),
            content.kind().name(),
            content.title(),
            content.caseId(),
            nth,
            content.number(),
            content.date(),
            content.validUntil(),
            json,
            Digest.sha256(json)
        };
    }

    /** For the payload of the journal entry of the act that issues it. */
    public Map<String, String> reference() {
        return Map.of("id", id.toString(), "kind", content.kind().name(), "number", number(), "sha256", sha256());
    }
}
