package org.yichuang.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's Chromium, started once for all browser tests of a run. */
final class Chromium {
    /** The headless shell is the same engine without the browser's own windows, and much lighter. */
    private static final Path PATH = Stream.of(
                    System.getProperty("chromium", ""), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("/usr/bin/chromium-headless-shell"));

    private static final Browser BROWSER = start();

    private Chromium() {}

    private static Browser start() {
        if (!Files.isExecutable(PATH)) {
            throw new IllegalStateException("The browser tests need Debian's chromium at " + PATH
                    + ": apt-get install chromium-headless-shell fonts-noto-cjk, or -Dchromium=PATH");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PATH)
                        // most of a city's desks have scroll bars that take room
                        .setIgnoreDefaultArgs(List.of("--hide-scrollbars"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Somebody whose browser runs no scripts. */
    static Person withoutScripts(String address) {
        return new Person(BROWSER, address, false);
    }

    static Person person(String address) {
        return new Person(BROWSER, address, true);
    }
}
