package org.yichuang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Office;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.journal.Journal;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** Every main page where people are: enlarged, on a phone, in English, left half done, without a mouse. */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverywhereTests {
    private static final int MOST_TABS = 150;
    /** A window of 1280 by 900 at 200 %: half as many pixels of CSS, each twice as large (WCAG 1.4.4). */
    private static final Window ENLARGED = new Window(640, 450, 2);

    private static final Window PHONE = new Window(390, 844, 3);
    /** 1280 pixels at 400 % (WCAG 1.4.10). */
    private static final Window NARROW = new Window(320, 640, 2);

    private static final Window DESKTOP = new Window(1280, 900, 1);

    private static final String LIMIT = "/limits?start=2026-09-25&amount=10&unit=WORKING_DAY";

    private static final List<String> FOR_THE_ADMINISTRATOR = List.of(
            "/admin/items",
            "/admin/items/new",
            "/admin/items/new/fields",
            "/admin/items/food_permit/1/fields",
            "/admin/items/food_permit/1/fields/form",
            "/admin/items/food_permit/1/fields/steps",
            "/admin/items/import",
            "/admin/items/topics",
            "/admin/items/food_permit/1",
            "/admin/network",
            "/admin/network/posts",
            "/admin/network/units",
            "/admin/network/authorisations",
            "/admin/network/service-points",
            "/admin/network/posts/row",
            "/admin/calendar",
            "/admin/calendar/2026",
            "/admin/password-links");
    private static final List<String> FOR_SECURITY =
            List.of("/admin/accounts", "/admin/accounts/new", "/admin/systems");

    /** In words, what does not fit into the window, folded as it comes and unfolded; and whether its heading does. */
    private static final String DOES_NOT_FIT = """
            () => {
              const root = document.scrollingElement;
              const edge = root.clientWidth;
              const said = [];
              const measure = (how) => {
                if (root.scrollWidth <= edge) return;
                const out = [...document.body.querySelectorAll('*')]
                    .filter(one => one.checkVisibility() && !one.closest('.scroll-x, svg *'))
                    .filter(one => one.getBoundingClientRect().right > edge + 1)
                    .map(one => one.cloneNode(false).outerHTML);
                said.push(`${how} is ${root.scrollWidth} px wide: ${out.slice(0, 5).join(' ')}`);
              };
              const heading = document.querySelector('h1');
              const box = heading?.getBoundingClientRect();
              const shown = box && heading.checkVisibility() && box.width > 0 && box.left >= 0 && box.right <= edge;
              if (!shown) said.push('shows no h1');
              measure('folded');
              const folded = [...document.querySelectorAll('details:not([open])')];
              folded.forEach(one => one.open = true);
              measure('unfolded');
              folded.forEach(one => one.open = false);
              return said;
            }""";

    /**
     * Chinese words on an English page, with all that folds unfolded, and what is only read out. It leaves out where
     * data stand: cells and facts, names of people; and what is data wherever it stands: companies, addresses, files,
     * numbers of letters. What people wrote says by itself that it is Chinese.
     */
    private static final String CHINESE = """
            () => {
              const chinese = /[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]/;
              const places = 'td, td *, dd, dd *, .offers a, .desk__seat b, textarea';
              const data = new RegExp([
                '杭州[^ ]+公司\\\\d*', '杭州市[^ ]+ \\\\d+ 号', '文件\\\\.pdf', '[^ ]{1,3}字〔\\\\d{4}〕[A-Z0-9-]+号',
                '转塘(街道外桐坞村 18 号)?', '测试(系统|员|人|企业)\\\\d*',
              ].join('|'), 'g');
              const said = [];
              const check = (at, text) => {
                if (chinese.test(text.replaceAll(data, '')) && at.closest('[lang]').lang === 'en') {
                  said.push(`${at.cloneNode(false).outerHTML} ${text.trim()}`);
                }
              };
              if (document.documentElement.lang !== 'en') said.push('is not English');
              check(document.body, document.title);
              document.querySelectorAll('details').forEach(one => one.open = true);
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const at = walker.currentNode.parentElement;
                const seen = at.matches('option') || at.checkVisibility();
                if (seen && !at.matches(places)) check(at, walker.currentNode.data);
              }
              for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
                document.querySelectorAll(`[${name}]`).forEach(at => check(at, at.getAttribute(name)));
              }
              return said;
            }""";

    /** Null, or the element that has the focus and no outline; the label of a tick box is outlined instead of it. */
    private static final String NOT_OUTLINED = """
            () => {
              const at = document.activeElement;
              const outlined = [at, at.closest('label')]
                  .filter(one => one)
                  .map(one => getComputedStyle(one))
                  .some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
              return at === document.body || outlined ? null : at.outerHTML;
            }""";

    /** The words of a clock that run out of it, and the number of a letter that runs out of its column. */
    private static final String RUNS_OUT = """
            () => [...document.querySelectorAll('.clock__words, .letters .nowrap')].filter(one => {
              const within = one.closest('.clock, .letters').getBoundingClientRect();
              return one.checkVisibility() && one.getBoundingClientRect().right > within.right + 1;
            }).map(one => one.textContent)""";

    /** Headings, boxes, forms and tables that touch what stands above or below them. */
    private static final String TOUCHES = """
            () => {
              const apart = 'h1, form, fieldset, table, .scroll-x, .ask-box, .panel, .note, .places, .actions, .track';
              const last = (at) => at && (at.checkVisibility() && at.getBoundingClientRect().height > 1
                  && !['absolute', 'fixed'].includes(getComputedStyle(at).position) ? at : last(at.previousElementSibling));
              const pairs = [...document.querySelectorAll(`main :is(${apart}):not(.cap-row *)`)]
                  .flatMap(one => [[last(one.previousElementSibling), one], [one, one.nextElementSibling]])
                  .filter(([above, below]) => above && below && last(below) === below);
              return pairs.filter(([above, below]) => {
                const a = above.getBoundingClientRect();
                const b = below.getBoundingClientRect();
                const beneath = a.left < b.right && b.left < a.right && b.bottom > a.bottom;
                const first = below.firstElementChild;
                const inside = [[below, 'paddingTop'], [first, 'marginTop'], [first?.firstElementChild, 'marginTop']];
                const space = [[above, 'paddingBottom'], ...inside]
                    .reduce((sum, [at, name]) => sum + (at ? parseFloat(getComputedStyle(at)[name]) : 0), 0);
                return beneath && b.top - a.bottom + space < 4;
              }).map(pair => pair.map(one => one.cloneNode(false).outerHTML).join(' touches '));
            }""";

    /** Words of a drawing that run out of it, or into a box or into other words. */
    private static final String DRAWN_OVER = """
            () => [...document.querySelectorAll('main svg')].filter(one => one.checkVisibility()).flatMap(drawing => {
              const words = [...drawing.querySelectorAll('text')].filter(one => one.textContent.trim());
              const all = drawing.viewBox.baseVal;
              const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
                  && a.y < b.y + b.height && b.y < a.y + a.height;
              const within = (a, b) => a.x >= b.x && a.x + a.width <= b.x + b.width
                  && a.y >= b.y && a.y + a.height <= b.y + b.height;
              return words.flatMap((one, at) => {
                const box = one.getBBox();
                const boxes = [...drawing.querySelectorAll('rect')].map(rect => rect.getBBox());
                const crossed = boxes.filter(other => meet(box, other) && !within(box, other)).length
                    + words.slice(at + 1).filter(other => meet(box, other.getBBox())).length;
                return crossed > 0 || !within(box, all) ? [one.textContent] : [];
              });
            })""";

    private final List<String> notThere = new ArrayList<>();
    private final List<String> tooWide = new ArrayList<>();
    private final List<String> drawnOver = new ArrayList<>();
    private final List<String> runningOut = new ArrayList<>();
    private final List<String> touching = new ArrayList<>();
    private final List<String> axeFound = new ArrayList<>();
    private final List<String> notEnglish = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Journal journal;

    @BeforeAll
    void everybody_has_been_to_their_pages() {
        clock.set("2026-10-09T10:24");
        Receipt filed = office.submitted(office.known("qingheli"));
        situations.in(State.CLOSED);
        goes(Chromium.person(address()), forAnyone(filed));
        goes(person("qingheli"), forTheApplicant(filed));
        goes(person("zhengxiaowen"), forTheOfficer(filed));
        goes(person("supervisor"), forTheSupervisor());
        goes(person("admin"), FOR_THE_ADMINISTRATOR);
        goes(person("security"), FOR_SECURITY);
        goes(person("auditor"), forTheAuditor(filed));
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private Person person(String login) {
        return Chromium.person(address()).signsIn(login, StoriesTests.PASSWORD);
    }

    private static List<String> forAnyone(Receipt filed) {
        return List.of(
                "/",
                "/items",
                "/items?q=homework%20school",
                "/items/food_permit",
                "/items/food_permit/print",
                LIMIT,
                "/places",
                "/places/330106-centre",
                "/track",
                "/track/" + filed.queryCode(),
                "/track/" + filed.queryCode() + "/explain",
                "/verify",
                "/sign-in",
                "/register",
                "/set-password",
                "/open-data",
                "/promises",
                "/grants");
    }

    private List<String> forTheApplicant(Receipt filed) {
        Visitor owner = office.known("qingheli");
        office.granted(owner);
        UUID noticed = office.submitted(owner).caseId();
        office.act(office.officer("accept"), noticed, situations.notice());
        String theirs = "/my/cases/" + filed.caseId();
        String draft = "/apply/draft/" + office.draft(owner);
        return List.of(
                "/my/cases",
                theirs,
                theirs + "/explain",
                theirs + "/receipt",
                "/my/cases/" + noticed,
                "/my/cases/" + noticed + "/supplement",
                "/apply/food_permit",
                draft,
                draft + "/q/address",
                draft + "/q/kind",
                draft + "/materials",
                draft + "/where",
                draft + "/check",
                "/account");
    }

    private static List<String> forTheOfficer(Receipt filed) {
        String theirs = "/desk/cases/" + filed.caseId();
        return List.of(
                "/desk",
                theirs,
                theirs + "?_list=" + org.yichuang.shared.Page.encode("\n".repeat(8)),
                theirs + "/explain",
                theirs + "/act/accept",
                theirs + "/act/notice",
                theirs + "/act/decline",
                "/desk/intake",
                "/desk/intake?q=food",
                "/desk/authorisations",
                "/desk/cover",
                "/desk/questions");
    }

    private List<String> forTheSupervisor() {
        return List.of("/desk/denials", "/desk/cases/" + situations.in(State.NOT_ACCEPTED));
    }

    private List<String> forTheAuditor(Receipt filed) {
        return List.of(
                "/admin/journal",
                "/admin/journal/"
                        + journal.of("case:" + filed.caseId()).getFirst().id(),
                "/admin/password-links");
    }

    private void goes(Person somebody, List<String> paths) {
        try (somebody) {
            Page page = somebody.page();
            CDPSession screen = page.context().newCDPSession(page);
            for (String path : paths) {
                try {
                    looksAt(somebody, screen, path);
                } catch (PlaywrightException | AssertionError e) {
                    notThere.add(path + " " + e.getMessage());
                }
            }
        }
    }

    private void looksAt(Person somebody, CDPSession screen, String path) {
        Page page = somebody.page();
        comes(page, path, "zh");
        fits(page, screen, path + " in Chinese");
        collectsWhatAxeFinds(somebody, path + " in Chinese on a phone");
        comes(page, path, "en");
        fits(page, screen, path + " in English");
        collects(page, path, CHINESE, notEnglish);
        looks(screen, DESKTOP);
        collectsWhatAxeFinds(somebody, path + " in English on a desktop");
        collects(page, path, DRAWN_OVER, drawnOver);
        collects(page, path, TOUCHES, touching);
        collects(page, path, RUNS_OUT, runningOut);
    }

    private void comes(Page page, String path, String language) {
        Response answer = page.navigate(address() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        assertThat(answer.status()).as(path).isEqualTo(200);
    }

    private void fits(Page page, CDPSession screen, String name) {
        for (Window window : List.of(ENLARGED, NARROW, PHONE)) {
            looks(screen, window);
            assertThat(page.evaluate("() => `${innerWidth}x${innerHeight},${devicePixelRatio}`"))
                    .hasToString(window.toString());
            collects(page, name + " in a window of " + window, DOES_NOT_FIT, tooWide);
        }
    }

    private static void looks(CDPSession screen, Window window) {
        screen.send("Emulation.setDeviceMetricsOverride", window.metrics());
    }

    private void collectsWhatAxeFinds(Person somebody, String name) {
        somebody.faults().forEach(fault -> axeFound.add(name + " " + fault));
    }

    private static void collects(Page page, String name, String question, List<String> answers) {
        ((List<?>) page.evaluate(question)).forEach(found -> answers.add(name + " " + found));
    }

    @Test
    void every_page_is_there_in_both_languages() {
        assertThat(notThere).isEmpty();
    }

    @Test
    void axe_finds_nothing_on_a_phone_or_on_a_desktop_also_in_what_is_folded() {
        assertThat(axeFound).isEmpty();
    }

    @Test
    void the_limit_that_is_looked_at_is_computed() {
        try (Person anybody = Chromium.person(address())) {
            anybody.page().navigate(address() + LIMIT);
            assertThat(anybody.page().locator("#answer h2")).containsText("2026年10月15日(周四) 17:00 到期");
        }
    }

    @Test
    void enlarged_twice_or_on_a_phone_every_page_is_as_wide_as_its_window() {
        assertThat(tooWide).isEmpty();
    }

    @Test
    void every_entry_of_the_menu_is_in_sight_at_320_pixels_in_two_lines_at_most() {
        try (Person owner = person("qingheli")) {
            Page page = owner.page();
            page.setViewportSize(320, 640);
            for (String type : List.of("normal", "large")) {
                page.navigate(address() + "/items?lang=en&type=" + type);
                assertThat(page.locator("html")).hasAttribute("data-type", type);
                List<String> lines = ((List<?>) page.evaluate("""
                                () => [...document.querySelectorAll('.top nav a')].map(one => one.getBoundingClientRect())
                                    .map(box => box.left >= 0 && box.right <= document.body.clientWidth
                                        ? `${box.top}` : 'out')"""))
                        .stream().map(String::valueOf).toList();
                assertThat(page.evaluate(DOES_NOT_FIT)).as(type).isEqualTo(List.of());
                assertThat(lines).as(type).hasSize(4).doesNotContain("out");
                assertThat(lines.stream().distinct()).as(type).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void the_words_of_a_clock_and_the_number_of_a_letter_stay_in_their_column() {
        assertThat(runningOut).isEmpty();
    }

    @Test
    void headings_boxes_forms_and_tables_stand_apart_from_what_is_above_and_below_them() {
        assertThat(touching).isEmpty();
    }

    @Test
    void the_words_of_a_drawing_stay_in_it_and_clear_of_each_other() {
        assertThat(drawnOver).isEmpty();
    }

    @Test
    void who_is_asked_for_something_sees_one_box_and_one_button_that_stand_out() {
        Visitor owner = office.known("qingheli");
        UUID noticed = office.submitted(owner).caseId();
        office.act(office.officer("accept"), noticed, situations.notice());
        try (Person applicant = person("qingheli")) {
            Page page = applicant.page();
            page.navigate(address() + "/my/cases/" + noticed);
            assertThat(page.evaluate("""
                    () => [...document.querySelectorAll('.ask-box')].map(box => [
                      getComputedStyle(box).borderTopWidth,
                      getComputedStyle(box.querySelector('.btn-primary')).backgroundColor].join(' '))""")).isEqualTo(List.of("2px rgb(26, 95, 180)", "1px rgb(255, 255, 255)"));
        }
    }

    @Test
    void of_what_to_bring_each_paper_has_a_box_to_tick_or_is_ticked_off_already() {
        try (Person anybody = Chromium.person(address())) {
            Page page = anybody.page();
            page.navigate(address() + "/items/food_permit");
            assertThat(page.locator(".todo li:not(:has(> .tick, > .ti))")).hasCount(0);
            assertThat(page.locator(".todo li > .ti").first()).isVisible();
        }
    }

    @Test
    void in_the_readers_own_colours_the_clock_is_still_drawn_and_one_page_of_the_menu_is_marked() {
        try (Person owner = person("qingheli")) {
            Page page = owner.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            page.navigate(address() + "/my/cases");
            String menu = "links => links.map(link => getComputedStyle(link).borderBottomColor)";
            List<?> marks = (List<?>) page.locator(".top nav a").evaluateAll(menu);
            assertThat(marks.stream().distinct()).hasSize(2);
            assertThat(page.locator(".clock__bar").first().evaluate("bar => getComputedStyle(bar).outlineStyle"))
                    .isEqualTo("solid");
        }
    }

    @Test
    void on_paper_the_clock_and_the_days_that_were_counted_keep_the_ground_they_are_drawn_with() {
        Receipt filed = office.submitted(office.known("qingheli"));
        office.act(office.officer("accept"), filed.caseId(), new CaseAct.Accept());
        try (Person owner = person("qingheli")) {
            Page page = owner.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var drawn :
                    Map.of("", ".clock__bar", "/explain", ".cal td.start time").entrySet()) {
                page.navigate(address() + "/my/cases/" + filed.caseId() + drawn.getKey());
                assertThat(page.locator(drawn.getValue())
                                .first()
                                .evaluate("at => getComputedStyle(at).printColorAdjust"))
                        .as(drawn.getValue())
                        .isEqualTo("exact");
            }
        }
    }

    @Test
    void the_day_a_clock_begins_with_is_named_like_the_others_and_weeks_it_has_nothing_to_do_with_are_low() {
        Receipt filed = office.submitted(office.known("qingheli"));
        try (Person owner = person("qingheli")) {
            Page page = owner.page();
            page.navigate(address() + "/my/cases/" + filed.caseId() + "/explain?lang=en");
            assertThat(page.locator(".cal td.start em")).hasText("Received");
            assertThat(page.locator(".cal tr:has(td.far):not(:has(td.start))")
                            .first()
                            .boundingBox()
                            .height)
                    .isLessThan(page.locator(".cal tr:has(td.start)").boundingBox().height / 2);
        }
    }

    @Test
    void who_may_not_use_a_page_reads_as_whom_they_are_signed_in() {
        try (Person owner = person("qingheli")) {
            owner.page().navigate(address() + "/desk");
            assertThat(owner.page().locator("main a[href='/account']")).hasText("换一个账号");
            assertThat(owner.page().locator("main")).containsText("您现在登录的账号：杭州清和里餐饮有限公司");
        }
    }

    @Test
    void who_looks_for_a_window_chooses_the_district_before_the_citys_own_windows() {
        try (Person anybody = Chromium.person(address())) {
            Page page = anybody.page();
            page.setViewportSize(390, 844);
            page.navigate(address() + "/places");
            assertThat(page.locator(".places-in").boundingBox().y)
                    .isLessThan(page.locator(".window-list").boundingBox().y);
            page.navigate(address() + "/items/food_permit/print");
            assertThat(page.locator("h1").boundingBox().x)
                    .as("the guide on paper keeps off the edge of a telephone")
                    .isGreaterThan(8);
        }
    }

    @Test
    void what_one_may_choose_once_it_is_granted_comes_second_to_what_was_granted() {
        UUID granted = office.granted(office.known("qingheli"));
        try (Person owner = person("qingheli")) {
            Page page = owner.page();
            page.navigate(address() + "/my/cases/" + granted);
            String colour = "button => getComputedStyle(button).backgroundColor";
            assertThat(page.locator(".outcome .btn-primary").evaluate(colour)).isEqualTo("rgb(26, 95, 180)");
            assertThat(page.locator(".ask-box .btn-primary").evaluate(colour)).isEqualTo("rgb(255, 255, 255)");
        }
    }

    @Test
    void what_is_wrong_is_listed_along_one_edge_whether_it_begins_with_a_quotation_or_not() {
        Visitor owner = office.known("qingheli");
        UUID empty = drafts.start(
                        owner,
                        Office.FOOD,
                        office.application(owner, Office.FOOD).division(),
                        null)
                .id();
        try (Person applicant = person("qingheli")) {
            Page page = applicant.page();
            page.navigate(address() + "/apply/draft/" + empty + "/check");
            assertThat(((Number) page.evaluate("""
                    () => {
                      const links = [...document.querySelectorAll('#errors a')];
                      const first = document.createRange();
                      const words = links.find(link => link.textContent.startsWith('“')).firstChild;
                      first.setStart(words, 0);
                      first.setEnd(words, 1);
                      return first.getBoundingClientRect().width;
                    }""")).doubleValue()).isLessThan(12);
        }
    }

    @Test
    void in_lists_the_colour_says_what_is_a_link_and_only_within_a_sentence_it_is_underlined() {
        try (Person anybody = Chromium.person(address())) {
            Page page = anybody.page();
            String line = "link => getComputedStyle(link).textDecorationLine";
            for (var place : List.of(List.of("/items", ".found h3 a"), List.of("/items/food_permit", ".rail ul a"))) {
                page.navigate(address() + place.getFirst());
                assertThat(page.locator(place.getLast()).first().evaluate(line)).isEqualTo("none");
            }
            page.navigate(address() + "/track");
            assertThat(page.locator("main p a").first().evaluate(line)).isEqualTo("underline");
        }
    }

    @Test
    void on_a_phone_what_one_has_applied_for_is_named_cell_by_cell_and_what_was_found_comes_before_the_filters() {
        office.submitted(office.known("qingheli"));
        try (Person owner = person("qingheli")) {
            Page page = owner.page();
            page.setViewportSize(390, 844);
            page.navigate(address() + "/my/cases");
            assertThat(page.locator(".top__tools").boundingBox().y)
                    .as("a company's name stands beside the city's")
                    .isLessThan(page.locator(".brand").boundingBox().y
                            + page.locator(".brand").boundingBox().height);
            assertThat(page.evaluate("""
                    () => [...document.querySelectorAll('.others:has(.code) tr:nth-child(1) td[data-label]')]
                        .map(cell => getComputedStyle(cell, '::before').content)""")).isEqualTo(List.of("\"办件号\"", "\"收件\"", "\"现在\"", "\"时限\""));
            page.navigate(address() + "/items");
            assertThat(page.locator(".found").last().boundingBox().y)
                    .isLessThan(page.locator("#filters").boundingBox().y);
            page.locator("a[href='#filters']").click();
            assertThat(page.locator("#dept")).isVisible();
        }
    }

    @Test
    void in_english_no_page_has_chinese_words_but_for_data() {
        assertThat(notEnglish).isEmpty();
    }

    @Test
    void what_was_typed_is_there_again_in_another_browser_without_having_been_sent() {
        String draft;
        try (Person owner = person("qingheli")) {
            owner.opens("/apply/food_permit");
            owner.page()
                    .locator("input[name=division][value^='330106']")
                    .first()
                    .check();
            owner.presses("开始填写");
            draft = owner.page().url().replaceAll(".*(/apply/draft/[0-9a-f-]+).*", "$1");
            owner.opens(draft + "/q/layout");
            clock.set("2026-10-09T10:31:07");
            owner.page().locator("#premises_area").pressSequentially("86.5");
            assertThat(owner.page().locator("#saved")).containsText("10:31:07 已自动保存");
            clock.set("2026-10-09T10:31:09");
            owner.page().locator("#seats").pressSequentially("2");
            assertThat(owner.page().locator("#saved")).containsText("10:31:09 已自动保存");
        }
        try (Person owner = person("qingheli")) {
            owner.opens("/my/cases");
            owner.page().locator("a[href='" + draft + "']").click();
            owner.page().locator("a[href='" + draft + "/q/layout']").click();
            assertThat(owner.page().locator("#premises_area")).hasValue("86.5");
            assertThat(owner.page().locator("#kitchen_area")).hasValue("");
            assertThat(owner.page().locator("#seats")).hasValue("2");
        }
    }

    @Test
    void by_keyboard_alone_one_comes_from_an_item_to_its_first_question_and_sees_where_one_is() {
        try (Person resident = person("zhouqiming")) {
            resident.opens("/items/si_person");
            enters(resident, "a[href^='/apply/']");
            tabsInSight(resident, "input[name=division]");
            resident.page().keyboard().press("Space");
            enters(resident, "form[action^='/apply/'] button");
            enters(resident, "main a[href*='/q/']");
            assertThat(resident.page().locator("#ask h1")).isVisible();
        }
    }

    @Test
    void by_keyboard_alone_an_officer_finds_a_case_and_accepts_it_and_sees_where_they_are() {
        UUID id = office.submitted(office.aCompany()).caseId();
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk");
            tabsInSight(window, "input[type=search]");
            window.page().keyboard().type(office.view(id).applicant().name());
            window.page().keyboard().press("Enter");
            window.page().waitForURL(url -> url.contains("q="));
            enters(window, "a.open[href^='/desk/cases/" + id + "?']");
            leavesTheViewerAside(window);
            enters(window, "a[href*='/act/accept?']");
            enters(window, "form.act footer .btn-primary");
            assertThat(window.page().url()).contains("done=");
            assertThat(office.view(id).state()).isEqualTo(State.ACCEPTED);
        }
    }

    /** The headless browser has no viewer of PDFs; the empty frame it leaves in its place swallows keys. */
    private static void leavesTheViewerAside(Person officer) {
        officer.page().locator("iframe.viewer").evaluate("viewer => viewer.remove()");
    }

    /** Walks with the Tab key to what matches; wherever it stops on the way is outlined. */
    private static void tabsInSight(Person somebody, String selector) {
        Page page = somebody.page();
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(NOT_OUTLINED))
                    .as("not outlined on %s", page.url())
                    .isNull();
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + selector + " on " + page.url());
    }

    private static void enters(Person somebody, String selector) {
        tabsInSight(somebody, selector);
        String before = somebody.page().url();
        somebody.page().keyboard().press("Enter");
        somebody.page().waitForURL(url -> !url.equals(before));
    }

    /** A window of this many pixels of CSS, each of which is that many pixels of the screen wide. */
    private record Window(int width, int height, int ratio) {
        JsonObject metrics() {
            var metrics = new JsonObject();
            metrics.addProperty("width", width);
            metrics.addProperty("height", height);
            metrics.addProperty("deviceScaleFactor", ratio);
            metrics.addProperty("mobile", false);
            return metrics;
        }

        @Override
        public String toString() {
            return width + "x" + height + "," + ratio;
        }
    }
}
