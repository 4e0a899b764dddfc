package org.yichuang.casework.store;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.yichuang.documents.FileUse;

/** The files of drafts, each in one of its owner's. Those of cases are marked as kept when the case is written. */
@Repository
class UsedFiles implements FileUse {
    private static final String USED = """
        select (m ->> 'file')::uuid as file from casework.draft d, jsonb_array_elements(d.materials) m
        where d.account = any (?) and (m ->> 'file') is not null\
        """;

    private final DSLContext db;

    UsedFiles(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<UUID> used(Collection<UUID> owners) {
        return db.resultQuery(USED, (Object) owners.toArray(UUID[]::new)).fetchSet("file", UUID.class);
    }
}
