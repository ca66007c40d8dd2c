package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The Chromium of this machine, without a window. What the pages complain of is kept. */
public final class Chromium implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of(System.getProperty("eddy.chromium", "/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String WATCH = """
            () => {
              window.tasks = [];
              new PerformanceObserver((list) => list.getEntries().forEach((entry) => tasks.push(entry.duration)))
                .observe({ type: 'longtask' });
              window.gap = 0;
              window.last = performance.now();
              const frame = (now) => { gap = Math.max(gap, now - last); last = now; requestAnimationFrame(frame); };
              requestAnimationFrame(frame);
            }
            """;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; a test is skipped where it is not installed. */
    public static Chromium start() {
        assumeTrue(
                Files.isExecutable(EXECUTABLE),
                () -> EXECUTABLE + " is not installed: the page is not tested in a browser");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(EXECUTABLE)
                .setArgs(List.of("--no-sandbox")); // as root there is none
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** Opens a page on a screen of this width. */
    public Page open(String url, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("ERR_CONNECTION_REFUSED")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> addresses.add(request.url()));
        page.navigate(url);
        return page;
    }

    /**
     * Lets a page run, in three parts; prints its tasks over 50 ms as the browser tells them.
     *
     * @return the longest time without a frame, ms, of the median part: a busy machine may stop a page once
     */
    public static double longestFrame(Page page, int millis) {
        page.evaluate(WATCH);
        double[] gaps = new double[3];
        for (int part = 0; part < gaps.length; part++) {
            page.evaluate("window.gap = 0");
            page.waitForTimeout(millis / 3.0);
            gaps[part] = ((Number) page.evaluate("Math.max(gap, performance.now() - last)")).doubleValue();
        }
        Arrays.sort(gaps);
        double gap = gaps[gaps.length / 2];
        System.out.printf(
                "page: %s points, %d ms: tasks over 50 ms %s, longest time between frames %.0f ms%n",
                page.getAttribute("#score", "data-points"), millis, page.evaluate("tasks"), gap);
        return gap;
    }

    /** A picture of the whole page under {@code target/screenshots}, for people. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** No page raised an error or broke its content security policy, and none asked for anything elsewhere. */
    public void assertNoComplaints() {
        assertThat(complaints).isEmpty();
        assertThat(addresses)
                .isNotEmpty()
                .allMatch(address -> address.matches("https?://([^/]*@)?(127[.]0[.]0[.]1|localhost):.*"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
