package org.yichuang.journal.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.store.EntryArchive;
import org.yichuang.journal.store.EntryFilter;
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

    JournalApi(EntryArchive archive, Journal journal, JournalVerifier verifier) {
        this.archive = archive;
        this.journal = journal;
        this.verifier = verifier;
    }

    /** What a chain's verification gave; nothing found means that all fits. */
    record ChainDto(String subject, List<FindingDto> findings) {}

    /** A place of the chain, or a stretch of it, that does not fit. */
    record FindingDto(
            long from, long to, @Nullable UUID id, @Nullable String kind, String detail, String detailEn) {
        static FindingDto of(JournalVerifier.Finding f) {
            return new FindingDto(
                    f.from(), f.to(), f.id(), f.kind(), f.what().zh(), f.what().en());
        }
    }

    /** Newest first. {@code kind} is a kind, or the part before its point; {@code from} and {@code to} are days. */
    @Operation(summary = "The record, by subject, kind and day, page by page")
    @GetMapping
    Page<EntryDto> list(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return archive.search(EntryFilter.of(subject, kind, from, to), after, Page.size(size))
                .map(EntryDto::of);
    }

    @Operation(summary = "One entry with its hash")
    @GetMapping("/{id}")
    EntryDto entry(@PathVariable UUID id) {
        return journal.find(id)
                .map(EntryDto::of)
                .orElseThrow(() -> Problem.notFound("没有这条记录", "There is no such entry"));
    }

    /** Verifies one subject's chain, from its first entry to its end, and what is kept of it by a fingerprint. */
    @Operation(
            summary =
                    "Whether the entries of a subject form an unbroken chain, and letters and what was filed fit them;"
                            + " the contents of files and PDFs are not read for it")
    @GetMapping("/chain")
    ChainDto chain(@RequestParam String subject) {
        var findings = verifier.verify(subject);
        if (findings.isEmpty() && journal.of(subject).isEmpty()) {
            throw Problem.notFound("没有这个对象的记录", "There is no entry of this subject");
        }
        return new ChainDto(subject, findings.stream().map(FindingDto::of).toList());
    }
}
