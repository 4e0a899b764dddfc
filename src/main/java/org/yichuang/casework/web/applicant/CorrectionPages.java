package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.casework.Draft;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.service.Corrections;
import org.yichuang.casework.service.InTurn;
import org.yichuang.casework.web.Uploads;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/** What pages of one correction send and what is kept of them: of two answers to one field nobody loses one unasked. */
@Component
class CorrectionPages {
    static final String SEEN = "_seen";
    static final String CHANGED = "changed-elsewhere";
    private static final Text PRESS_AGAIN =
            Text.of("要用这里的，再按一次；要用那边的，照着改过来", "Press again to keep yours, or change it to that");
    /** Of what is saved by itself. */
    static final Text ASKED_LATER = Text.of("交的时候会问以哪边为准", "You are asked which is to stand when you hand in");

    private final Corrections corrections;
    private final InTurn inTurn;
    private final Uploads uploads;
    private final Districts districts;

    CorrectionPages(Corrections corrections, InTurn inTurn, Uploads uploads, Districts districts) {
        this.corrections = corrections;
        this.inTurn = inTurn;
        this.uploads = uploads;
        this.districts = districts;
    }

    /**
     * What a page sends.
     *
     * @param typed what was typed, for the fields that are to be mended
     * @param answers the case's answers with that over them
     * @param seen the marks of the answers that the page was made from
     * @param shown the ids of the files that the page showed
     */
    record Sent(
            Map<String, Object> typed,
            Map<String, Object> answers,
            Uploads.Taken taken,
            String seen,
            Set<String> shown) {}

    /** Reads what a page sent, and takes its files in. */
    Sent sent(Visitor visitor, Asked asked, HttpServletRequest request) {
        Map<String, Object> typed = asked.typed(request);
        Uploads.Taken taken = uploads.take(visitor, asked.materials(), Asked.INPUT, request, List.of());
        String seen = Objects.requireNonNullElse(request.getParameter(SEEN), "");
        String[] shown = Objects.requireNonNullElse(request.getParameterValues("_shown"), new String[0]);
        return new Sent(typed, asked.with(typed), taken, seen, new HashSet<>(Arrays.asList(shown)));
    }

    /**
     * What is kept of all pages.
     *
     * @param answers the case's answers with it over them
     * @param twice the fields that this page changed and another one too: there the other's stays
     */
    record Kept(List<SubmittedMaterial> materials, Map<String, Object> answers, Set<String> twice) {}

    /** Keeps what the page says; what another page wrote since this one was made stays. */
    Kept keep(Visitor visitor, Asked asked, Sent sent) {
        return inTurn.of(visitor, () -> {
            Map<String, Object> before = asked.with(
                    corrections.of(visitor, asked.view()).map(Draft::answers).orElse(Map.of()));
            Set<String> twice = asked.changedTwice(sent.answers(), before, sent.seen());
            Set<String> changed = asked.changed(sent.answers(), sent.seen());
            changed.removeAll(twice);
            List<SubmittedMaterial> files = sent.taken().files();
            Draft kept =
                    corrections.keep(visitor, asked.view(), asked.item(), sent.typed(), files, changed, sent.shown());
            return new Kept(kept.materials(), asked.with(kept.answers()), twice);
        });
    }

    /** Of two answers to one field nobody loses one unasked. */
    void once(Asked asked, Kept kept) {
        if (!kept.twice().isEmpty()) {
            throw elsewhere(asked, kept, PRESS_AGAIN);
        }
    }

    /** Says of each field that was changed on two pages what stands on the other. */
    Problem elsewhere(Asked asked, Kept kept, Text then) {
        List<Problem.FieldError> errors = asked.question().fields().stream()
                .filter(field -> kept.twice().contains(field.key()))
                .map(field -> {
                    Text said = Answer.of(Stream.of(field), kept.answers(), districts::name)
                            .getFirst()
                            .said();
                    Text detail = Text.of(
                            "在别处改成了“" + said.zh() + "”，这里填的还没有存。" + then.zh(),
                            "Changed elsewhere to “" + said.en() + "”; what you typed here is not saved yet. "
                                    + then.en());
                    return new Problem.FieldError(field.key(), detail, field.label());
                })
                .toList();
        Text all = errors.size() == 1
                ? errors.getFirst().inSummary()
                : Text.of(
                        "有 " + errors.size() + " 处在别处也改过了，这里填的还没有存。" + then.zh(),
                        errors.size() + " answers were changed elsewhere too, and yours are not saved yet. "
                                + then.en());
        return new Problem(409, CHANGED, all, errors);
    }

    /** Nobody hands in what the page they pressed the button on does not show. */
    static void asShown(Asked asked, Sent sent, Kept kept) {
        String shown = asked.seen(sent.answers());
        if (!sent.taken().files().containsAll(kept.materials()) || !shown.equals(asked.seen(kept.answers()))) {
            throw Problem.conflict(
                    CHANGED,
                    "这次补正在别处改过了，还没有交。下面是最后存下的，请看一遍再交",
                    "These corrections were changed elsewhere and are not handed in yet. What was saved last stands below:"
                            + " look it through and hand it in");
        }
    }
}
