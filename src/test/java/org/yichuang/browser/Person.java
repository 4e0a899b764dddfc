package org.yichuang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Somebody in front of a browser. What they do reads as a sentence; every page they come to is held against axe. */
class Person implements AutoCloseable {
    private static final int MOST_TABS = 150;
    private static final java.util.concurrent.atomic.AtomicInteger PICTURES =
            new java.util.concurrent.atomic.AtomicInteger();

    private static final Set<String> LOOKED_AT = ConcurrentHashMap.newKeySet();
    /** An id, the number of a case, a query code, a token against forgery. */
    private static final Pattern ITS_OWN =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]{2}26-\\d{6}-\\d"
                    + "|[0-9A-Z]{5}-[0-9A-Z]{5}|name=\"_csrf\" value=\"[^\"]*\"");

    /** Opens what is folded, and gives it. */
    private static final String UNFOLD = """
            () => {
              const folded = [...document.querySelectorAll('details:not([open])')];
              folded.forEach(one => one.open = true);
              return folded;
            }""";

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final boolean scripts;

    Person(Browser browser, String address, boolean scripts) {
        this.address = address;
        this.scripts = scripts;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setViewportSize(1280, 900)
                .setLocale("zh-CN"));
        context.setDefaultTimeout(15_000);
        this.page = context.newPage();
        page.onResponse(this::refuseServerErrors);
        page.onPageError(error -> {
            throw new AssertionError("A script of " + page.url() + " failed: " + error);
        });
    }

    private void refuseServerErrors(Response response) {
        if (response.status() >= 500) {
            throw new AssertionError(response.status() + " from " + response.url());
        }
    }

    Person opens(String path) {
        page.navigate(path.startsWith("http") ? path : address + path);
        return looks();
    }

    Person signsIn(String name, String password) {
        opens("/sign-in");
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", password);
        return presses("登录");
    }

    Person signsOut() {
        context.clearCookies();
        return this;
    }

    /** Fills the control with this label. */
    Person fills(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill(value);
        return this;
    }

    /** Ticks the radio button or checkbox with this label. */
    Person ticks(String label) {
        page.getByLabel(label).first().check();
        return this;
    }

    Person chooses(String label, String option) {
        page.getByLabel(label).first().selectOption(option);
        return this;
    }

    Person uploads(String selector, String name, String type, byte[] content) {
        page.locator(selector).first().setInputFiles(new FilePayload(name, type, content));
        return this;
    }

    /** Presses the button with these words, and looks at the page that comes. */
    Person presses(String words) {
        return leads(() -> button(words).click());
    }

    /**
     * Does what leads to another page, and waits for that: a form that saves itself goes only when its last save is
     * done, which is after the click.
     */
    Person leads(Runnable act) {
        if (scripts) {
            page.evaluate("() => { window.stillHere = true; }");
        }
        act.run();
        if (scripts) {
            page.waitForFunction("() => !window.stillHere");
        }
        page.waitForLoadState();
        return looks();
    }

    /** Follows the link with these words. */
    Person follows(String words) {
        return leads(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first()
                .click());
    }

    /** Presses this link, is asked whether what was typed may be lost, and stays. */
    Person stays(String link) {
        String here = page.url();
        var asked = new AtomicReference<String>();
        page.onceDialog(dialog -> {
            asked.set(dialog.type());
            dialog.dismiss();
        });
        page.locator(link).first().click();
        page.waitForCondition(() -> asked.get() != null);
        assertThat(asked.get()).isEqualTo("beforeunload");
        assertThat(page.url()).isEqualTo(here);
        return this;
    }

    Person sees(String words) {
        assertThat(page.getByText(words).first()).isVisible();
        return this;
    }

    Person doesNotSee(String words) {
        assertThat(page.getByText(words)).hasCount(0);
        return this;
    }

    /** The first text on the page that matches. */
    String reads(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page.locator("body").innerText());
        assertThat(matcher.find()).as("%s on %s", pattern, page.url()).isTrue();
        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    }

    /** Chooses a file in a form that sends itself; without scripts its button does. */
    Person hands(String input, String name, String type, byte[] content) {
        return leads(() -> {
            uploads(input, name, type, content);
            if (!scripts) {
                page.locator("form:has(" + input + ") button").click();
            }
        });
    }

    /** The bytes behind the link with these words, fetched with this person's cookies. */
    byte[] downloads(String words) {
        String href = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first()
                .getAttribute("href");
        return context.request().get(address + href).body();
    }

    /** The bytes at an address of this server, fetched with this person's cookies. */
    byte[] fetches(String path) {
        var answer = context.request().get(address + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    Download downloading(Runnable act) {
        return page.waitForDownload(act);
    }

    Page page() {
        return page;
    }

    private Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    /** Walks with the Tab key to what matches, as somebody without a mouse does. */
    Person tabsTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return this;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + selector + " on " + page.url());
    }

    /** Presses Enter where the Tab key led to, and looks at the page that comes. */
    Person enters(String selector) {
        tabsTo(selector);
        String before = page.url();
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.equals(before));
        return looks();
    }

    /** Presses the space bar where the Tab key led to. */
    Person spaces(String selector) {
        tabsTo(selector);
        page.keyboard().press("Space");
        return this;
    }

    /**
     * axe finds nothing on this page; without scripts it cannot look. A page that differs from one it has looked at in
     * a window as wide in nothing but ids, numbers of cases and codes is not looked at again: a dozen people come by
     * the same sign-in page.
     * With {@code -Dscreens=DIRECTORY} a picture of every page is kept.
     */
    Person looks() {
        String screens = System.getProperty("screens");
        if (screens != null) {
            String name = String.format(java.util.Locale.ROOT, "%03d", PICTURES.incrementAndGet());
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of(screens, name + ".png")));
        }
        assertThat(faults()).as("axe on %s", page.url()).isEmpty();
        return this;
    }

    /** What axe finds on this page, with all that folds unfolded; nothing where it has looked already. */
    List<String> faults() {
        if (!scripts
                || !LOOKED_AT.add(page.evaluate("() => innerWidth")
                        + ITS_OWN.matcher(page.content()).replaceAll("·"))) {
            return List.of();
        }
        var folded = page.evaluateHandle(UNFOLD);
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .setLegacyMode(true)
                .analyze();
        folded.evaluate("all => all.forEach(one => one.open = false)");
        return results.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
