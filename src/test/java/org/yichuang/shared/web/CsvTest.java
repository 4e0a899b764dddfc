package org.yichuang.shared.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.yichuang.shared.Page;

class CsvTest {
    @Test
    void a_list_is_sent_page_by_page_each_before_the_next_is_read() throws IOException {
        var response = new MockHttpServletResponse();
        Csv.send(
                response,
                "numbers",
                List.of("n"),
                after -> {
                    if (after == null) {
                        return new Page<>(List.of("1", "=2"), "second");
                    }
                    assertThat(response.isCommitted()).isTrue();
                    assertThat(response.getContentAsByteArray()).isEqualTo("\uFEFFn\r\n1\r\n'=2\r\n".getBytes(UTF_8));
                    return new Page<>(List.of("3"), null);
                },
                Csv::row);

        assertThat(response.getContentAsByteArray()).isEqualTo("\uFEFFn\r\n1\r\n'=2\r\n3\r\n".getBytes(UTF_8));
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).contains("attachment", "numbers.csv");
    }

    @Test
    void a_list_whose_first_page_cannot_be_read_is_not_begun() {
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> Csv.send(
                        response,
                        "numbers",
                        List.of("n"),
                        after -> {
                            throw new IllegalStateException("away");
                        },
                        Csv::row))
                .hasMessage("away");
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getHeaderNames()).isEmpty();
    }
}
