package org.yichuang.documents.store;

import static org.yichuang.jooq.documents.Tables.CONTENT;

import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Bytes under their SHA-256, each content once. */
@Repository
public class Contents {
    private final DSLContext dsl;

    Contents(DSLContext dsl) {
        this.dsl = dsl;
    }

    public byte[] bytes(byte[] sha256) {
        return Objects.requireNonNull(dsl.select(CONTENT.BYTES)
                .from(CONTENT)
                .where(CONTENT.SHA256.eq(sha256))
                .fetchSingle(CONTENT.BYTES));
    }
}
