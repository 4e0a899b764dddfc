package org.yichuang.casework.web.applicant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec.Progress;
import org.yichuang.catalogue.FormSpec.Question;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/** What a draft still needs, subject by subject: the questions asked under its answers, the materials, the check. */
public record TaskList(List<Group> groups) {
    private static final Text NOTHING = Text.of("", "");

    /**
     * One line of the task list.
     *
     * @param href its page, null while it cannot be begun
     * @param note a little of what was answered, or how long it takes
     * @param minutes how long it takes, about
     */
    public record Task(@Nullable String href, Text name, Text note, State state, Text words, int minutes) {

        /** How far it is; the name in lower case is the class of its mark. */
        public enum State {
            DONE,
            PART,
            TODO,
            /** Opens when the others are done. */
            WAIT;

            public String css() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        boolean done() {
            return state == State.DONE;
        }
    }

    /** A heading of the list. */
    public record Group(Text title, List<Task> tasks) {}

    static TaskList of(DraftPage draft) {
        var groups = new ArrayList<Group>();
        sections(draft, false).forEach(groups::add);
        List<Task> materials = draft.item().materials(draft.answers()).stream()
                .map(material -> task(draft, material))
                .toList();
        if (!materials.isEmpty()) {
            groups.add(new Group(Text.of("材料", "Materials"), materials));
        }
        List<Group> last = sections(draft, true).toList();
        boolean ready = Stream.concat(groups.stream(), last.stream())
                .flatMap(group -> group.tasks.stream())
                .allMatch(Task::done);
        groups.addAll(last);
        Group end = last.isEmpty() ? new Group(Text.of("交件", "Submit"), List.of()) : groups.removeLast();
        groups.add(new Group(
                end.title,
                Stream.concat(end.tasks.stream(), Stream.of(check(draft, ready)))
                        .toList()));
        return new TaskList(groups);
    }

    public Stream<Task> tasks() {
        return groups.stream().flatMap(group -> group.tasks.stream());
    }

    /** Tasks that are filled in; the check and submission is not one of them. */
    public List<Task> filling() {
        return tasks().limit(tasks().count() - 1).toList();
    }

    public int done() {
        return (int) filling().stream().filter(Task::done).count();
    }

    public int minutes() {
        return filling().stream()
                .filter(task -> !task.done())
                .mapToInt(Task::minutes)
                .sum();
    }

    public boolean ready() {
        return done() == filling().size();
    }

    /** 一 for 0: the number of a heading. */
    public static String nth(int index) {
        return index < 10 ? "一二三四五六七八九十".substring(index, index + 1) : String.valueOf(index + 1);
    }

    /** The task after this one that is not done, from the top again after the last; empty when all are. */
    Optional<Task> next(String href) {
        List<Task> all = filling();
        int at = all.stream().map(Task::href).toList().indexOf(href);
        return Stream.concat(all.stream().skip(at + 1L), all.stream().limit(at + 1L))
                .filter(task -> !task.done())
                .findFirst();
    }

    /** Which place a question has in the list. */
    static QuestionPage.Place place(DraftPage draft, Question question) {
        TaskList list = of(draft);
        String href = draft.href(question);
        List<Task> all = list.filling();
        int nth = all.stream().map(Task::href).toList().indexOf(href) + 1;
        int section = 1;
        for (Group group : list.groups) {
            if (group.tasks.stream().anyMatch(task -> href.equals(task.href()))) {
                break;
            }
            section++;
        }
        return new QuestionPage.Place(section, nth, all.size());
    }

    private static Stream<Group> sections(DraftPage draft, boolean last) {
        return draft.item().form().asked(draft.answers()).sections().stream()
                .filter(section -> section.last() == last)
                .map(section -> new Group(
                        section.title(),
                        section.questions().stream()
                                .map(question -> task(draft, question))
                                .toList()))
                .filter(group -> !group.tasks.isEmpty());
    }

    private static Task task(DraftPage draft, Question question) {
        Progress progress = draft.item().form().progress(question, draft.answers(), draft.today());
        boolean optional = progress == Progress.NOT_STARTED
                && draft.item()
                        .form()
                        .check(question, draft.answers(), draft.today())
                        .isEmpty();
        Text minutes = Text.of("约 " + question.minutes() + " 分钟", "about " + question.minutes() + " min");
        Text note = progress == Progress.DONE ? said(draft, question) : minutes;
        return switch (progress) {
            case DONE -> task(draft, question, note, Task.State.DONE, Text.of("已完成", "Done"));
            case STARTED -> task(draft, question, note, Task.State.PART, Text.of("填了一半", "In progress"));
            default ->
                optional
                        ? task(draft, question, note, Task.State.DONE, Text.of("可不填", "Optional"))
                        : task(draft, question, note, Task.State.TODO, Text.of("未开始", "Not started"));
        };
    }

    private static Task task(DraftPage draft, Question question, Text note, Task.State state, Text words) {
        return new Task(draft.href(question), question.title(), note, state, words, question.minutes());
    }

    /** The first answer of a question that says something, in words. */
    private static Text said(DraftPage draft, Question question) {
        return question.fields().stream()
                .filter(field -> field.type() != FieldType.DIVISION)
                .map(field -> said(field, draft.answers().get(field.key())))
                .filter(text -> !text.zh().isEmpty())
                .findFirst()
                .orElse(NOTHING);
    }

    private static Text said(Field field, @Nullable Object answer) {
        return Text.of(shown(field, answer, Lang.ZH), shown(field, answer, Lang.EN));
    }

    /** An answer as it may stand in a list: personal numbers masked, long ones cut. */
    private static String shown(Field field, @Nullable Object answer, Lang lang) {
        String said = field.say(answer, lang);
        String safe = field.type().masked(said).toString();
        return safe.codePointCount(0, safe.length()) > 40
                ? safe.substring(0, safe.offsetByCodePoints(0, 40)) + "…"
                : safe;
    }

    private static Task task(DraftPage draft, Material material) {
        String href = draft.href() + "/materials#m-" + material.code();
        int files = draft.files(material).size();
        if (files > 0) {
            Text words = Text.of("传了 " + files + " 份", files + (files == 1 ? " file" : " files"));
            return new Task(href, material.name(), note(material), Task.State.DONE, words, 3);
        }
        if (material.held()) {
            return new Task(href, material.name(), note(material), Task.State.DONE, Text.of("免交", "Not needed"), 0);
        }
        if (material.filled()) {
            return new Task(href, material.name(), note(material), Task.State.DONE, Text.of("自动生成", "Made for you"), 0);
        }
        if (!material.mustBring()) {
            return new Task(href, material.name(), note(material), Task.State.DONE, Text.of("可不交", "Optional"), 0);
        }
        return new Task(href, material.name(), note(material), Task.State.TODO, Text.of("未开始", "Not started"), 3);
    }

    private static Text note(Material material) {
        if (material.held()) {
            return Text.of("政府已有，不用交", "The government holds it");
        }
        if (material.filled()) {
            return Text.of("由填写的内容生成", "Made from your answers");
        }
        Text help = material.help();
        return help != null ? help : material.form().text();
    }

    private static Task check(DraftPage draft, boolean ready) {
        if (draft.retired()) {
            return new Task(
                    draft.href() + "/check",
                    Text.of("全部内容", "All that you filled in"),
                    NOTHING,
                    Task.State.WAIT,
                    Text.of("只能看", "To read only"),
                    0);
        }
        Text name = Text.of("核对全部内容并提交", "Check your answers and submit");
        return ready
                ? new Task(draft.href() + "/check", name, NOTHING, Task.State.TODO, Text.of("可以开始", "Ready"), 2)
                : new Task(
                        null,
                        name,
                        Text.of("前面都完成后打开", "Opens when everything above is done"),
                        Task.State.WAIT,
                        Text.of("还不能开始", "Cannot start yet"),
                        2);
    }
}
