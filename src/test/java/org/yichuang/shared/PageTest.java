package org.yichuang.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All rows of a list for a file. */
class PageTest {
    @Test
    void all_pages_one_after_the_other_make_the_file() {
        var asked = new ArrayList<@Nullable String>();

        List<Integer> all = Page.all(
                after -> {
                    asked.add(after);
                    return after == null ? new Page<>(List.of(1, 2), "two") : new Page<>(List.of(3), null);
                },
                "q");

        assertThat(all).containsExactly(1, 2, 3);
        assertThat(asked).containsExactly(null, "two");
    }

    @Test
    void a_list_without_end_is_no_file() {
        List<Integer> many = Collections.nCopies(Page.MAX_SIZE, 1);

        Problem problem =
                catchThrowableOfType(Problem.class, () -> Page.all(after -> new Page<>(many, "further"), "q"));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.of("q")).isNotNull();
    }
}
