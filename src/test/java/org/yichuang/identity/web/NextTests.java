package org.yichuang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yichuang.shared.web.Role;

class NextTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/items/food_permit?x=1&y=%2F",
                "/my/cases#last",
                "/desk/case/1",
                "/track?q=%7B%E4%B8%AD",
                "/items?q=a;b%2F%25"
            })
    void a_page_of_ours_is_gone_on_to(String path) {
        assertThat(Next.local(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "items",
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/..//evil.example",
                "/x/../../y",
                "/\tx",
                "/x\r\nSet-Cookie: a=b",
                "/{x}",
                "/items?q={x}",
                "/items?q=}{",
                "/items?q=中文",
                "/my/%zz",
                "/my/%",
                "/my/%4",
                "/items?q=%",
                "/items?q=%FF",
                "/items?q=%00",
                "/items/%00",
                "/items/a%2Fb",
                "/items/a%2fb",
                "/items/a%5Cb",
                "/items/%2e%2e/x",
                "/items/a%25b",
                "/items/a%3Bb",
                "/items/a;b",
                "/items/a%0Ab",
                "/items/a%7F",
                "/a|b",
                "/<b>",
                "/x\"y",
                "javascript:alert(1)",
                "/api/v1/me",
                "/sign-in?next=/sign-in"
            })
    void nothing_leads_away_from_here(String path) {
        assertThat(Next.local(path)).isEmpty();
    }

    @Test
    void without_a_wish_everyone_comes_to_their_own_first_page() {
        assertThat(Next.after(null, Set.of(Role.RESIDENT))).isEqualTo("/my/cases");
        assertThat(Next.after("//evil.example", Set.of(Role.COMPANY))).isEqualTo("/my/cases");
        assertThat(Next.after("", Set.of(Role.OFFICER))).isEqualTo("/desk");
        assertThat(Next.after("", Set.of(Role.SECURITY_ADMINISTRATOR))).isEqualTo("/admin/accounts");
    }
}
