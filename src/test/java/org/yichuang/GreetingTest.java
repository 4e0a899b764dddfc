package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreetingTest {
    private static final String HOW = "./run --address URL";

    @Test
    void a_city_whose_letters_would_carry_an_address_of_this_machine_is_told() {
        assertThat(said("http://localhost:8080", false)).contains("Yichuang is up: http://localhost:8080", HOW);
        assertThat(said("https://yichuang.example", false))
                .contains("https://yichuang.example")
                .doesNotContain(HOW);
        assertThat(said("http://localhost:8080", true)).doesNotContain(HOW);
    }

    private static String said(String address, boolean demo) {
        var out = new ByteArrayOutputStream();
        Greeting.print(address, demo, List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
