package org.yichuang.journal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.store.EntryArchive;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The record, for the auditor: leaf through it, look at one entry and prove its chain, take it along. */
@Controller
@Access(Role.AUDITOR)
class JournalController {
    private static final int SIZE = 50;

    private final EntryArchive archive;
    private final Journal journal;
    private final JournalVerifier verifier;
    private final Words words;

    JournalController(EntryArchive archive, Journal journal, JournalVerifier verifier, Words words) {
        this.archive = archive;
        this.journal = journal;
        this.verifier = verifier;
        this.words = words;
    }

    @GetMapping("/admin/journal")
    String list(@RequestParam Map<String, String> asked, Model model, HttpServletResponse response) {
        EntriesQuery query = EntriesQuery.of(asked);
        Optional<String> whose = words.numbered(query.subject());
        if (whose.isPresent()) {
            return "redirect:" + query.about(whose.get());
        }
        model.addAttribute("query", query);
        try {
            fill(model, archive.search(query.filter(words::subject), asked.get("after"), SIZE), null);
        } catch (Problem problem) {
            response.setStatus(problem.status());
            fill(model, new Page<>(List.of(), null), problem);
        }
        return "journal/entries";
    }

    /** Somebody's number goes into no address: it leads to the entries about their account. */
    @PostMapping("/admin/journal/find")
    String find(@RequestParam Map<String, String> asked) {
        EntriesQuery query = EntriesQuery.of(asked);
        return "redirect:" + query.about(words.numbered(query.subject()).orElse(query.subject()));
    }

    private void fill(Model model, Page<Entry> page, @Nullable Problem problem) {
        model.addAttribute("entries", page.items());
        model.addAttribute("words", words.of(page.items()));
        model.addAttribute("next", page.next());
        model.addAttribute("problem", problem);
    }

    @GetMapping("/admin/journal/{id}")
    String entry(@PathVariable UUID id, Model model) {
        Entry entry = journal.find(id).orElseThrow(() -> Problem.notFound("没有这条记录", "There is no such entry"));
        model.addAttribute("entry", entry);
        model.addAttribute("words", words.of(List.of(entry)));
        model.addAttribute("findings", verifier.verify(entry.subject()));
        return "journal/entry";
    }

    @GetMapping(path = "/admin/journal.csv", produces = "text/csv;charset=UTF-8")
    void export(@RequestParam Map<String, String> asked, HttpServletResponse response) throws IOException {
        var filter = EntriesQuery.of(asked).filter(words::subject);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"journal.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        archive.each(filter, new EntryCsv(out)::write);
        out.flush();
    }
}
