package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.service.InTurn;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/**
 * One question of the form a page. What is typed is saved as it stands, half or whole; the page goes on to the next one
 * when nothing is wrong with it. A page that was made from older answers than are stored does not write over them.
 */
@Controller
@RequestMapping("/apply/draft/{id}")
@Access({Role.RESIDENT, Role.COMPANY})
class QuestionController {
    private static final String CHANGED = "changed-elsewhere";
    private static final Text SAVE_AGAIN = Text.of(
            "这一页在别处改过了。下面是您刚填的，还没有保存；再按一次“保存”，就以这里的为准",
            "This page was changed elsewhere. What you typed is below and not saved yet; save again to keep it");
    /** Of what is saved by itself: which of the two stands is asked when it is saved by hand. */
    private static final Text ASK_BY_SAVING =
            Text.of("这一页在别处改过了。请按“保存”，再看以哪边为准", "this page was changed elsewhere. Press save to see which is to stand");

    private final Drafts drafts;
    private final Drafting drafting;
    private final Districts districts;
    private final InTurn inTurn;

    QuestionController(Drafts drafts, Drafting drafting, Districts districts, InTurn inTurn) {
        this.drafts = drafts;
        this.drafting = drafting;
        this.districts = districts;
        this.inTurn = inTurn;
    }

    @GetMapping("/q/{key}")
    String ask(Visitor visitor, @PathVariable UUID id, @PathVariable String key, Ui ui, Model model) {
        DraftPage page = drafting.opened(visitor, id);
        model.addAttribute("page", page(page, question(page, key), page.answers(), null, ui));
        return "casework/applicant/question";
    }

    @PostMapping("/q/{key}")
    String save(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(name = "_seen", defaultValue = "") String seen,
            Ui ui,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        DraftPage page = drafting.opened(visitor, id);
        FormSpec.Question question = question(page, key);
        Map<String, Object> typed = Typed.of(question, page.answers(), request);
        Map<String, Object> all = with(page.answers(), typed);
        Problem problem = store(visitor, id, question, typed, seen);
        if (problem == null) {
            List<Problem.FieldError> errors = page.item().form().check(question, all, page.today());
            if (errors.isEmpty()) {
                return "redirect:" + next(drafting.page(visitor, id), question);
            }
            problem = Problem.invalid(errors);
        }
        response.setStatus(problem.status());
        DraftPage now = drafting.page(visitor, id);
        model.addAttribute("page", page(now, question, all, problem, ui));
        return "casework/applicant/question";
    }

    /** What was typed so far, without a word about what is missing. Answers with a line that says so. */
    @PutMapping("/fields")
    String autosave(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam("_question") String question,
            @RequestParam(name = "_seen", defaultValue = "") String seen,
            HttpServletRequest request,
            Model model) {
        DraftPage page = drafting.page(visitor, id);
        FormSpec.Question asked = question(page, question);
        Problem problem = store(visitor, id, asked, Typed.of(asked, page.answers(), request), seen);
        problem = problem != null && problem.slug().equals(CHANGED) ? elsewhere(ASK_BY_SAVING) : problem;
        Draft now = drafts.get(visitor, id);
        model.addAttribute("at", problem == null ? now.updatedAt() : null)
                .addAttribute("problem", problem)
                .addAttribute("seen", problem == null ? Typed.mark(asked.fields(), now.answers()) : seen);
        return "casework/applicant/autosaved";
    }

    private @Nullable Problem store(
            Visitor visitor, UUID id, FormSpec.Question question, Map<String, Object> typed, String seen) {
        return inTurn.of(
                        visitor,
                        () -> Optional.ofNullable(compared(visitor, drafting.page(visitor, id), question, typed, seen)))
                .orElse(null);
    }

    private @Nullable Problem compared(
            Visitor visitor, DraftPage page, FormSpec.Question question, Map<String, Object> typed, String seen) {
        Map<String, Object> changed = new HashMap<>(typed);
        changed.entrySet()
                .removeIf(entry -> same(entry.getValue(), page.answers().get(entry.getKey())));
        if (changed.isEmpty()) {
            return null;
        }
        if (!seen.equals(Typed.mark(question.fields(), page.answers()))) {
            return elsewhere(SAVE_AGAIN);
        }
        try {
            drafts.save(visitor, page.id(), changed);
            moveWith(visitor, page, changed);
            return null;
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            return problem;
        }
    }

    private static Problem elsewhere(Text said) {
        return Problem.conflict(CHANGED, said.zh(), said.en());
    }

    /** A street of another district makes that one the district of the draft. */
    private void moveWith(Visitor visitor, DraftPage page, Map<String, Object> changed) {
        page.item()
                .form()
                .place()
                .flatMap(field -> Optional.ofNullable(changed.get(field.key())))
                .map(Object::toString)
                .flatMap(districts::districtOf)
                .filter(district -> !district.equals(page.draft().division()))
                .ifPresent(district -> drafts.at(visitor, page.id(), district));
    }

    private static String next(DraftPage page, FormSpec.Question question) {
        TaskList list = TaskList.of(page);
        return list.next(page.href(question))
                .map(TaskList.Task::href)
                .orElse(list.ready() ? page.href() + "/check" : page.href());
    }

    private static boolean same(@Nullable Object typed, @Nullable Object stored) {
        return FieldType.values(typed).equals(FieldType.values(stored));
    }

    private static Map<String, Object> with(Map<String, Object> answers, Map<String, Object> typed) {
        Map<String, Object> all = new HashMap<>(answers);
        all.putAll(typed);
        return all;
    }

    private static FormSpec.Question question(DraftPage page, String key) {
        return page.item()
                .form()
                .question(key)
                .filter(question ->
                        page.item().form().asked(page.answers()).question(key).isPresent())
                .orElseThrow(() -> Problem.notFound("这份表里没有这一项", "This form has no such question"));
    }

    private QuestionPage page(
            DraftPage page, FormSpec.Question question, Map<String, Object> answers, @Nullable Problem problem, Ui ui) {
        FormSpec.Section section = page.item().form().sections().stream()
                .filter(each -> each.questions().contains(question))
                .findFirst()
                .orElseThrow();
        boolean where = question.fields().stream().anyMatch(field -> field.type() == FieldType.DIVISION);
        return new QuestionPage(
                page.id(),
                page.item(),
                section,
                question,
                TaskList.place(page, question),
                answers,
                problem,
                Typed.mark(question.fields(), page.answers()),
                page.savedAt(),
                where ? districts.streets(page.draft().division(), ui.lang()) : List.of(),
                page.unit());
    }
}
