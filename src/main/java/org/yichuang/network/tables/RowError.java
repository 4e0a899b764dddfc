package org.yichuang.network.tables;

import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/** What is wrong in a file: in which line, in which column, and why. */
public record RowError(int line, String column, Text reason) {

    /** As an API answers it: the field is {@code line 3: officer_a}. */
    FieldError inFile() {
        return new FieldError(
                "line " + line + ": " + column,
                Text.of(
                        "第 " + line + " 行 " + column + "：" + reason.zh(),
                        "Line " + line + ", " + column + ": " + reason.en()));
    }

    /** As a form of one row shows it, beside the field. */
    FieldError inForm() {
        return new FieldError(column, reason);
    }
}
