package org.yichuang.casework.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.yichuang.documents.FileUse;

/** The files of drafts, and of cases that came in since. */
@Repository
class UsedFiles implements FileUse {
    private static final String USED = """
        select (m ->> 'file')::uuid as file from casework.draft d, jsonb_array_elements(d.materials) m
            where d.account = ?
        union
        select (m ->> 'file')::uuid from casework.case_file c, jsonb_array_elements(c.materials::jsonb) m
            where c.applicant = ? and c.received_at > ?
        union
        select (m ->> 'file')::uuid from casework.case_file c, jsonb_array_elements(c.materials::jsonb) m
            where c.filed_by = ? and c.submitted_at > ?\
        """;

    private final DSLContext db;

    UsedFiles(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<UUID> used(UUID owner, Instant since) {
        var from = Times.of(since);
        var files = new HashSet<>(
                db.resultQuery(USED, owner, owner, from, owner, from).fetch(row -> row.get("file", UUID.class)));
        files.remove(null);
        return files;
    }
}
