package org.yichuang.casework.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/** Collects what is wrong with what an act was told. */
public final class Form {
    /** A sentence or a page, not a book. */
    static final int MOST = 2000;

    private final List<FieldError> errors = new ArrayList<>();

    /** A text that has to be there. */
    public Form text(String field, @Nullable String value, String zh, String en) {
        if (value == null || value.isBlank()) {
            return wrong(field, zh, en);
        }
        return free(field, value);
    }

    /** A text that may be empty. */
    public Form free(String field, @Nullable String value) {
        if (value == null) {
            return wrong(field, "这一项没有填", "This is missing");
        }
        if (value.codePointCount(0, value.length()) > MOST) {
            return wrong(field, "太长，最多 " + MOST + " 个字", "Too long: at most " + MOST + " characters");
        }
        return value.codePoints().allMatch(PlainText::inLines)
                ? this
                : wrong(field, "有不能用的控制字符", "This has control characters in it");
    }

    public Form given(String field, @Nullable Object value) {
        return value == null ? wrong(field, "这一项没有填", "This is missing") : this;
    }

    /** An applicant can have it posted only to where they said, if the form asks where. */
    public Form chosen(String field, @Nullable DeliveryWay way, ItemVersion item, Map<String, ?> answers) {
        boolean asked = item.form().field(DeliveryWay.ADDRESS).isPresent();
        return way == DeliveryWay.POST && asked && DeliveryWay.address(answers).isEmpty()
                ? wrong(field, "没有填邮寄地址，要寄请到窗口说", "No postal address was given: ask for the post at a window")
                : this;
    }

    public Form wrong(String field, String zh, String en) {
        errors.add(new FieldError(field, Text.of(zh, en)));
        return this;
    }

    Form all(Collection<FieldError> more) {
        errors.addAll(more);
        return this;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
