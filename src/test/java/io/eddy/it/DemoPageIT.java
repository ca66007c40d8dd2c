package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's page in a browser, at 400 samples a second: the drift comes when the page has long been there. */
class DemoPageIT {
    private static final int WIDE = 1280;
    private static final int PHONE = 390;

    private static Chromium chromium;
    private static EddyProcess demo;
    private static String url;
    private Page page;

    @BeforeAll
    static void start(@TempDir Path folder) {
        chromium = Chromium.start();
        demo = EddyProcess.start(folder, "demo", "--rate", "400");
        Awaitility.await().until(() -> demo.out().contains("page http://"));
        url = demo.url();
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.terminate();
            chromium.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        chromium.assertNoComplaints();
        page.context().close();
    }

    @Test
    void theCurveMovesADriftIsMarkedAndAReloadKeepsBoth() {
        page = chromium.open(url, WIDE, ColorScheme.LIGHT);
        page.waitForSelector("#score[data-learned]");
        double first = learned();
        page.waitForFunction("first => Number(document.getElementById('score').dataset.learned) > first", first);
        page.waitForSelector("#score:not([data-drifts='0'])");
        int points = points();

        page.reload();
        page.waitForSelector("#score[data-learned]");
        assertThat(points()).isGreaterThanOrEqualTo(points);
        assertThat(page.getAttribute("#score", "data-drifts")).isNotEqualTo("0");
        assertThat(page.textContent("#partitions tbody")).contains("running").containsPattern("[0-9a-f]{16}");
        assertThat(page.locator("#predictions tbody tr").count()).isPositive();
        assertThat(page.locator("#confusion td").count()).isEqualTo(9);
        assertThat(page.textContent("#candidates .u-legend")).contains("linear", "majority");
        Chromium.picture(page, "demo-light");
        assertThat(Chromium.longestFrame(page, 5_000))
                .as("a person would notice")
                .isLessThan(1000);
    }

    @Test
    void killedItGoesOnFromTheSameBits() {
        page = chromium.open(url, WIDE, ColorScheme.DARK);
        page.waitForSelector("#score[data-learned]");
        page.click("#kill:enabled");
        page.waitForSelector("#status.down");
        page.waitForSelector("#kill:enabled");
        page.waitForSelector("#outcome:has-text('It answered after')");

        assertThat(page.textContent("#outcome"))
                .containsPattern("had committed [0-9,]+ learned, digest [0-9a-f]{16}")
                .contains("the same, to the last bit");
        double restored = learned();
        page.waitForFunction("first => Number(document.getElementById('score').dataset.learned) > first", restored);
        Chromium.picture(page, "demo-dark");
        assertThat(demo.out()).contains("the learner was killed, and answered again");
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreen() {
        page = chromium.open(url, PHONE, ColorScheme.LIGHT);
        page.waitForSelector("#score[data-learned]");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE);
        Chromium.picture(page, "demo-phone");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForTimeout(2000);
        Chromium.picture(page, "demo-phone-dark");
    }

    private double learned() {
        return Double.parseDouble(page.getAttribute("#score", "data-learned"));
    }

    private int points() {
        return Integer.parseInt(page.getAttribute("#score", "data-points"));
    }
}
