package org.yichuang.shared.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yichuang.shared.City;
import org.yichuang.shared.Demo;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** The frame of the desk has what waits counted: only who shows it asks for it. */
class UiAdviceTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Problem MISSING = Problem.notFound("没有这个办件", "There is no such case");

    private final AtomicInteger asked = new AtomicInteger();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk/cases/1");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void what_shows_no_frame_asks_for_none() throws Exception {
        UiAdvice advice = advice(this::frame);

        assertThat(made(advice).atDesk()).isTrue();
        show(advice, "part/csrf", Map.of());

        assertThat(response.getContentAsString()).contains("_csrf");
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_page_asks_for_its_frame_once_however_many_parts_show_it() throws Exception {
        UiAdvice advice = advice(this::frame);

        Ui ui = made(advice);
        show(advice, "part/problem", Map.of("problem", MISSING));

        assertThat(response.getContentAsString()).contains("西湖区政务服务中心", "<h2>今日</h2>");
        assertThat(ui.desk()).isSameAs(advice.of(request, response).desk());
        assertThat(asked).hasValue(1);
    }

    @Test
    void outside_the_desk_there_is_no_frame_to_ask_for() throws Exception {
        request.setRequestURI("/items");
        UiAdvice advice = advice(this::frame);

        Ui ui = made(advice);

        assertThat(ui.atDesk()).isFalse();
        assertThat(ui.desk()).isNull();
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_database_that_is_away_when_the_layout_asks_is_told_on_a_page_that_asks_nothing() throws Exception {
        UiAdvice advice = advice(this::away);

        made(advice);
        show(advice, "layout/desk", Map.of("title", "办件", "content", (gg.jte.Content) output -> {}));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getContentAsString()).contains("class=\"desk__side\"", "回工作台", "再试一次");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_problem_is_told_without_its_frame_where_the_database_is_away() {
        UiAdvice advice = advice(this::away);

        var page = (ModelAndView) problems(advice).problem(MISSING, request, response);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(page.getModel().get("ui")).isInstanceOfSatisfying(Ui.class, ui -> {
            assertThat(ui.atDesk()).isTrue();
            assertThat(ui.desk()).isNull();
        });
        assertThat(asked).hasValue(1);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_fault_of_ours_in_the_frame_is_logged_and_told_on_a_page_that_does_not_ask_again(CapturedOutput output)
            throws Exception {
        UiAdvice advice = advice(this::faulty);
        made(advice);
        assertThatThrownBy(() ->
                        show(advice, "layout/desk", Map.of("title", "办件", "content", (gg.jte.Content) written -> {})))
                .hasRootCauseMessage("a fault of ours");

        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        var page = (ModelAndView) new ErrorPages(new ProblemAnswer(advice)).error(request, response);
        show(advice, requireNonNull(page.getViewName()), page.getModel());

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("<h1>服务器出错</h1>", "class=\"desk__side\"", "回工作台");
        assertThat(output.getOut())
                .contains("GET /desk/cases/1: the frame of the page cannot be made", "\tat org.yichuang.");
        assertThat(asked).as("for the page, and for the page that tells").hasValue(2);
    }

    @Test
    void the_entry_for_a_page_is_the_one_with_its_query_where_there_is_one() throws Exception {
        request.setRequestURI("/desk");
        request.setQueryString("act=accept&mine=posts&lang=zh");
        UiAdvice advice = advice(this::frame);

        made(advice);
        show(advice, "part/problem", Map.of("problem", MISSING));

        assertThat(response.getContentAsString())
                .contains("<a href=\"/desk?act=accept&amp;mine=posts\" aria-current=\"page\">", "<a href=\"/desk\">")
                .containsOnlyOnce("aria-current");
    }

    @Test
    void a_page_whose_query_no_entry_has_is_that_of_its_path() throws Exception {
        request.setRequestURI("/desk");
        request.setQueryString("due=today");
        UiAdvice advice = advice(this::frame);

        made(advice);
        show(advice, "part/problem", Map.of("problem", MISSING));

        assertThat(response.getContentAsString())
                .contains("<a href=\"/desk\" aria-current=\"page\">")
                .containsOnlyOnce("aria-current");
    }

    private DeskFrame frame(Visitor visitor) {
        asked.incrementAndGet();
        var link = new DeskFrame.Link("/desk", "list-check", Text.of("今日办件", "Today's cases"), 3);
        var accept = new DeskFrame.Link("/desk?act=accept&mine=posts", "inbox", Text.of("受理", "Accept"), 1);
        return new DeskFrame(
                Text.of("西湖区政务服务中心", "Xihu centre"),
                null,
                "A",
                Text.of("受理岗", "Intake"),
                List.of(new DeskFrame.Group(Text.of("今日", "Today"), List.of(link, accept))));
    }

    private DeskFrame away(Visitor visitor) {
        asked.incrementAndGet();
        throw new IllegalStateException(new SQLException("An I/O error occurred", "08006"));
    }

    private DeskFrame faulty(Visitor visitor) {
        asked.incrementAndGet();
        throw new IllegalStateException("a fault of ours");
    }

    /** As before any controller of a page. */
    private Ui made(UiAdvice advice) throws NoSuchMethodException {
        advice.preHandle(request, response, new HandlerMethod(this, "toString"));
        return (Ui) requireNonNull(request.getAttribute(Ui.class.getName()));
    }

    private void show(UiAdvice advice, String name, Map<String, ?> model) throws Exception {
        ViewResolver pages = WebConfiguration.pages(TEMPLATES, advice, problems(advice));
        requireNonNull(pages.resolveViewName(name, Locale.ROOT)).render(model, request, response);
    }

    private UiAdvice advice(DeskFrame.Source source) {
        request.setAttribute(Visitor.ATTRIBUTE, new Visitor(UUID.randomUUID(), "周敏", Set.of(Role.OFFICER)));
        var beans = new StaticListableBeanFactory();
        beans.addBean("city", (City) () -> Text.same("某市"));
        beans.addBean("desk", source);
        return new UiAdvice(
                Clock.systemUTC(),
                beans.getBeanProvider(DeskFrame.Source.class),
                beans.getBeanProvider(Demo.class),
                beans.getBeanProvider(City.class));
    }

    private static ProblemAdvice problems(UiAdvice advice) {
        var mappings = new StaticListableBeanFactory().getBeanProvider(RequestMappingHandlerMapping.class);
        return new ProblemAdvice(new ProblemAnswer(advice), new PageAbove(mappings));
    }
}
