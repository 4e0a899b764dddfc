package org.yichuang.journal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.RecordWords;
import org.yichuang.journal.store.EntryArchive;
import org.yichuang.journal.store.EntryFilter;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The record by API, for auditors. */
@RestController
@RequestMapping("/api/v1/journal")
@Access(Role.AUDITOR)
class JournalApi {
    private final EntryArchive archive;
    private final Journal journal;
    private final JournalVerifier verifier;
    private final List<RecordWords> modules;

    JournalApi(EntryArchive archive, Journal journal, JournalVerifier verifier, ObjectProvider<RecordWords> modules) {
        this.archive = archive;
        this.journal = journal;
        this.verifier = verifier;
        this.modules = modules.stream().toList();
    }

    record ChainDto(
            @Schema(description = "The subject that was asked for")
            String subject,

            @Schema(description = "Empty: all fits") List<FindingDto> findings) {}

    record FindingDto(
            @Schema(description = "The first place in the chain that does not fit")
            long from,

            @Schema(description = "The last") long to,

            @Schema(description = "Of the entry; null: there is none there") @Nullable
            UUID id,

            @Schema(description = "Of the entry, such as `case.accepted`; null: there is none there") @Nullable
            String kind,

            String detail,
            String detailEn) {
        static FindingDto of(JournalVerifier.Finding f) {
            return new FindingDto(
                    f.from(), f.to(), f.id(), f.kind(), f.what().zh(), f.what().en());
        }
    }

    @Operation(
            summary = "The record, by subject, kind and day, the newest first, page by page",
            description = "A subject without any entry and a kind that nobody writes are refused (422).")
    @GetMapping
    Page<EntryDto> list(
            @Parameter(description = "`case:` and its id, `account:` and its id; as entries have it")
                    @RequestParam(defaultValue = "")
                    String subject,
            @Parameter(description = "`case.accepted`, or `case` for all that begin with it")
                    @RequestParam(defaultValue = "")
                    String kind,
            @Parameter(description = "The first day, such as 2026-10-09") @RequestParam(defaultValue = "") String from,
            @Parameter(description = "The last day") @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        EntryFilter filter = EntryFilter.of(subject, kind, from, to);
        Page<Entry> entries = archive.search(filter, after, Page.size(size));
        if (entries.items().isEmpty()) {
            Problem.ifUnknown("subject", filter.subject(), this::known);
            // an earlier version's entries are found by the kinds that it wrote
            Problem.ifUnknown("kind", filter.kind(), this::written);
        }
        return entries.map(EntryDto::of);
    }

    private boolean known(String subject) {
        return archive.knows(new EntryFilter(subject, null, new DayRange(null, null)));
    }

    /** Whether a module writes entries of this kind, or of kinds that begin with it; there may be none yet. */
    private boolean written(String kind) {
        return modules.stream()
                .flatMap(module -> module.kinds().keySet().stream())
                .anyMatch(known -> known.equals(kind) || known.startsWith(kind + "."));
    }

    @Operation(summary = "One entry with its hash")
    @GetMapping("/{id}")
    EntryDto entry(@PathVariable UUID id) {
        return journal.find(id)
                .map(EntryDto::of)
                .orElseThrow(() -> Problem.notFound("没有这条记录", "There is no such entry"));
    }

    @Operation(
            summary =
                    "Whether the entries of a subject form an unbroken chain, and letters and what was filed fit them;"
                            + " the contents of files and PDFs are not read for it")
    @GetMapping("/chain")
    ChainDto chain(
            @Parameter(description = "`case:` and its id, `account:` and its id; as entries have it") @RequestParam
                    String subject) {
        var findings = verifier.verify(subject);
        if (findings.isEmpty() && !known(subject)) {
            throw Problem.notFound("没有这个对象的记录", "There is no entry of this subject");
        }
        return new ChainDto(subject, findings.stream().map(FindingDto::of).toList());
    }
}
