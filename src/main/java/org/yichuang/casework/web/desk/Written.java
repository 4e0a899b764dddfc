package org.yichuang.casework.web.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;

/**
 * What somebody wrote about one of the denials on a page, to stay there beside what is wrong with it.
 *
 * @param id of the denial
 * @param problem its fields are called as those of that denial: {@code remark-ID}
 */
public record Written(String id, String text, @Nullable Problem problem) {
    static final Written NOTHING = new Written("", "", null);

    static Written of(UUID id, String text, Problem problem) {
        List<FieldError> errors = problem.errors().stream()
                .map(error -> error.at(error.field() + "-" + id))
                .toList();
        return new Written(
                id.toString(), text, new Problem(problem.status(), problem.slug(), problem.detail(), errors));
    }

    /** What was written about this one, empty for any other. */
    public String of(UUID denial) {
        return id.equals(denial.toString()) ? text : "";
    }
}
