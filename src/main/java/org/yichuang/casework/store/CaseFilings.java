package org.yichuang.casework.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.journal.SubjectFilings;
import org.yichuang.shared.Digest;

/**
 * The fingerprint of what was filed with a case, answers and materials to the letter as they are kept: put into the
 * entry of the act that sets them, and computed again from the row by the journal's verifier. The query code goes into
 * it, so that nobody finds a personal number in it by trying.
 */
@Component
public class CaseFilings implements SubjectFilings {
    /** Also of a case that is no JSON any more. */
    private static final String KEPT = """
        select 'case:' || id as subject, id as subject_id,
            sha256(convert_to(concat_ws(chr(10), query_code, answers, materials), 'UTF8')) as sha256,
            array(select distinct m[1]::uuid from regexp_matches(materials,
                '"file": *"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') m) as files
        from casework.case_file""";

    /** Whether an act set them: then both are written, and their fingerprint goes on record. */
    public static boolean filed(@Nullable CaseFile before, CaseFile after) {
        return before == null
                || !Objects.equals(before.answers(), after.answers())
                || !Objects.equals(before.materials(), after.materials());
    }

    /** Hexadecimal. */
    public static String fingerprint(CaseFile file) {
        String kept = String.join("\n", file.is().queryCode(), Json.of(file.answers()), Json.of(file.materials()));
        return Digest.hex(kept);
    }

    @Override
    public String select() {
        return KEPT;
    }
}
