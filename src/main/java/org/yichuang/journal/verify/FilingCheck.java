package org.yichuang.journal.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.SubjectFilings;
import org.yichuang.shared.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Holds what was filed under each subject, as it is kept, against the latest entry that set it. */
final class FilingCheck implements Check {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILED = "\"filed\":\"";
    private static final int AT_ONCE = 500;
    private static final Text CHANGED = Text.of(
            "现存的填写内容或材料与这里所记的指纹不符：提交后被改动",
            "the answers or materials that are kept do not have the fingerprint held here: changed after they were"
                    + " filed");
    static final String KEPT =
            "select subject, encode(sha256, 'hex') as sha256 from (%s) kept where subject_id = any (?)";

    private final DSLContext dsl;
    private final String kept;
    private final Consumer<Finding> found;
    private final Map<String, Filed> waiting = new LinkedHashMap<>();

    FilingCheck(DSLContext dsl, List<SubjectFilings> filings, Consumer<Finding> found) {
        this.dsl = dsl;
        this.kept = filings.isEmpty() ? "" : KEPT.formatted(all(filings));
        this.found = found;
    }

    static String all(List<SubjectFilings> filings) {
        return filings.stream().map(SubjectFilings::select).collect(Collectors.joining(" union all "));
    }

    /** The latest entry of its subject that says what is filed. */
    private record Filed(Entry entry, String sha256) {}

    @Override
    public void next(Entry entry) {
        if (kept.isEmpty() || !entry.payload().contains(FILED)) {
            return;
        }
        if (waiting.size() >= AT_ONCE && !waiting.containsKey(entry.subject())) {
            compare();
        }
        String sha256 = filed(entry);
        if (!sha256.isEmpty()) {
            waiting.put(entry.subject(), new Filed(entry, sha256));
        }
    }

    @Override
    public void end() {
        compare();
    }

    /** A payload that cannot be read was changed, which its hash tells. */
    private static String filed(Entry entry) {
        try {
            return JSON.readTree(entry.payload()).path("filed").asString("");
        } catch (JacksonException unreadable) {
            return "";
        }
    }

    /** A subject that is not kept any more has no end of its chain either, which {@link ChainEnds} tells. */
    private void compare() {
        if (waiting.isEmpty()) {
            return;
        }
        UUID[] ids = waiting.keySet().stream()
                .map(ChainEnds::id)
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        Map<String, String> now = dsl.resultQuery(kept, (Object) ids).fetchMap(Check::subject, Check::sha256);
        waiting.forEach((subject, filed) -> {
            if (!now.getOrDefault(subject, filed.sha256).equals(filed.sha256)) {
                found.accept(Check.at(filed.entry, CHANGED));
            }
        });
        waiting.clear();
    }
}
