package org.yichuang.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that cannot be done, said so that a person or a program can mend it (RFC 9457). The {@link #slug} is
 * stable and part of the API; the texts may change. Throwing one rolls the transaction back: nothing changed.
 */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One field that is wrong: its name as the form or the JSON body has it, and what to do.
     *
     * @param label what people call the field, for where the sentence stands away from it; null: the sentence names it
     */
    public record FieldError(
            String field, Text detail, @Nullable Text label) {
        public FieldError(String field, Text detail) {
            this(field, detail, null);
        }

        /** The same, said of the field as another form calls it. */
        public FieldError at(String other) {
            return new FieldError(other, detail, label);
        }

        /** The same with what people call the field, null where that is not known. */
        public FieldError about(@Nullable Text name) {
            return new FieldError(field, detail, name);
        }

        /** As a summary says it, away from the field: which one, then what is wrong. */
        public Text inSummary() {
            return label == null ? detail : Text.of(label.zh() + "：" + detail.zh(), label.en() + ": " + detail.en());
        }
    }

    /** So many faults are listed at most. */
    public static final int MOST = 2_000;

    private final int status;
    private final String slug;
    private final transient Text detail;
    private final transient List<FieldError> errors;
    private final int unlisted;

    public Problem(int status, String slug, Text detail, List<FieldError> errors) {
        this(status, slug, detail, errors, 0);
    }

    private Problem(int status, String slug, Text detail, List<FieldError> errors, int unlisted) {
        super(slug + ": " + detail.en());
        this.unlisted = unlisted;
        this.status = status;
        this.slug = slug;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** 422: the request was understood, but this field is wrong. */
    public static Problem invalid(String field, String zh, String en) {
        return invalid(List.of(new FieldError(field, Text.of(zh, en))));
    }

    /** 422: these fields are wrong. */
    public static Problem invalid(List<FieldError> errors) {
        Text detail = errors.size() == 1
                ? errors.getFirst().detail()
                : Text.of("有 " + errors.size() + " 处要改", errors.size() + " fields need to be corrected");
        return new Problem(422, "invalid", detail, errors);
    }

    /** 422: these things are wrong in a file, of which the first {@code most} are listed. */
    public static Problem invalid(List<FieldError> errors, int most) {
        if (errors.size() <= most) {
            return invalid(errors);
        }
        Text detail = Text.of(
                "有 " + errors.size() + " 处要改，先列出 " + most + " 处",
                errors.size() + " things need to be corrected; here are the first " + most);
        return new Problem(422, "invalid", detail, errors.subList(0, most), errors.size() - most);
    }

    /** @throws Problem 422 when anything is wrong */
    public static void ifAny(List<FieldError> errors) {
        ifAny(errors, MOST);
    }

    /** @throws Problem 422 when anything is wrong, of which the first {@code most} are listed */
    public static void ifAny(List<FieldError> errors, int most) {
        if (!errors.isEmpty()) {
            throw invalid(errors, most);
        }
    }

    /**
     * For what narrows a list, where it is a key: of one that there is not nobody would know why it finds nothing.
     *
     * @throws Problem 422 on the field
     */
    public static void ifUnknown(String field, @Nullable String key, Predicate<String> there) {
        if (key != null && !key.isBlank() && !there.test(key)) {
            throw invalid(field, "没有“" + key + "”", "There is no “" + key + "”");
        }
    }

    /** 413: a file of more than the 20 MB that any may have. */
    public static Problem fileTooLarge() {
        return new Problem(
                        413, "too-large", Text.of("文件太大，最多 20 MB", "The file is too large: at most 20 MB"), List.of())
                .at("file");
    }

    /** 404: there is no such thing, or not for this visitor. */
    public static Problem notFound(String zh, String en) {
        return new Problem(404, "not-found", Text.of(zh, en), List.of());
    }

    /** 403: the visitor may not do this. */
    public static Problem forbidden(String zh, String en) {
        return new Problem(403, "forbidden", Text.of(zh, en), List.of());
    }

    /** 409: it cannot be done in this state, or somebody else was first; {@code slug} names the rule or the reason. */
    public static Problem conflict(String slug, String zh, String en) {
        return new Problem(409, slug, Text.of(zh, en), List.of());
    }

    /** The same problem, said of a field of the request as well. */
    public Problem at(String field) {
        var all = new ArrayList<>(errors);
        all.add(new FieldError(field, detail));
        return new Problem(status, slug, detail, all, unlisted);
    }

    /** The same problem, each field with what its page calls it. */
    public Problem labelled(Function<String, @Nullable Text> label) {
        List<FieldError> named = errors.stream()
                .map(error -> error.about(label.apply(error.field())))
                .toList();
        return new Problem(status, slug, detail, named, unlisted);
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public Text detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** How many more things are wrong than {@link #errors} lists. */
    public int unlisted() {
        return unlisted;
    }

    /** What is wrong with one field, or null when nothing is. */
    public @Nullable Text of(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::detail)
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
