package io.eddy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a learner that is run as users run it, in a browser. */
class PageIT {
    private static final String SCRIPT = "<script>document.title='attacked'</script>";
    private static final String IMAGE = "<img src=x onerror=\"document.title='attacked'\">";

    @TempDir
    private Path folder;

    private Chromium chromium;
    private Broker broker;
    private EddyProcess learner;

    @BeforeEach
    void start() {
        chromium = Chromium.start();
        broker = new Broker(folder.resolve("kafka"));
    }

    @AfterEach
    void stop() {
        if (learner != null) {
            learner.kill();
        }
        if (broker != null) {
            broker.close();
            chromium.close();
        }
    }

    @Test
    void whatComesFromATopicIsTextAndNothingElse() throws Exception {
        Map<String, String> keys = Map.of("eddy.label", "y", "eddy.topic.partitions", "2");
        Application application = new Application(folder, "hostile", broker.bootstrapServers(), keys);
        learner = application.start();
        List<ProducerRecord<byte[], byte[]>> rows = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            String label = (n / 2 % 2 == 0 ? SCRIPT : IMAGE).replace("\"", "\\\"");
            rows.add(row(application, n % 2, "{\"x\":%d,\"y\":\"%s\"}".formatted(n / 2 % 2, label)));
        }
        rows.add(row(application, 1, "{\"x\":1,\"y\":{\"" + SCRIPT + "\":1}}"));
        rows.add(row(application, 0, SCRIPT));
        new Client(broker.bootstrapServers()).send(rows);
        application.awaitConsumed(rows.size());
        // later than that, since of dead letters at once only the first is shown
        long nanoseconds = 1_700_000_000_000_000_000L;
        new Client(broker.bootstrapServers())
                .send(List.of(new ProducerRecord<>(
                        application.samples(), 0, nanoseconds, null, "{\"x\":1}".getBytes(StandardCharsets.UTF_8))));
        application.awaitConsumed(rows.size() + 1);

        Page page = chromium.open(learner.url(), 1280, ColorScheme.LIGHT);
        page.waitForSelector("#dead-letters td:has-text('MALFORMED_JSON')");
        assertThat(page.textContent("#confusion")).contains(SCRIPT, IMAGE);
        assertThat(page.textContent("#predictions")).containsAnyOf(SCRIPT, IMAGE);
        assertThat(page.textContent("#dead-letters")).contains("BAD_LABEL", "MALFORMED_JSON", "TIMESTAMP_OUT_OF_RANGE");
        assertThat(page.textContent("#dead-letters")).contains("1700000000000000000");
        assertThat(page.locator("main img, main script").count()).isZero();
        assertThat(page.title()).isEqualTo("Eddy");
        assertThat(page.locator("#partitions tbody tr").count()).isEqualTo(2);
        Chromium.picture(page, "classes-with-markup");
        chromium.assertNoComplaints();
        assertDigestsAreThoseOfInspect(page, application);
    }

    private static ProducerRecord<byte[], byte[]> row(Application application, int partition, String json) {
        return new ProducerRecord<>(application.samples(), partition, null, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertDigestsAreThoseOfInspect(Page page, Application application) {
        List<String> shown = page.locator("#partitions td[data-column=Digest]").all().stream()
                .map(cell -> cell.getAttribute("title"))
                .toList();
        List<String> committed = new ArrayList<>();
        application
                .inspect()
                .get("partitions")
                .forEach(p -> committed.add(p.get("digest").asText()));
        assertThat(shown).isEqualTo(committed);
    }

    @Test
    void aRegressionHasItsErrorsBehindAPassword() throws Exception {
        Map<String, String> keys =
                Map.of("eddy.label", "y", "eddy.http.user", "eddy", "eddy.http.password", "open sesame");
        Application application = new Application(folder, "numbers", broker.bootstrapServers(), keys);
        learner = application.start();
        List<ProducerRecord<byte[], byte[]>> rows = new ArrayList<>();
        for (int n = 0; n < 2_000; n++) {
            rows.add(row(application, 0, "{\"x\":%d,\"y\":%d}".formatted(n % 17, 3 * (n % 17) + n % 2)));
        }
        rows.add(row(application, 0, "{\"x\":1,\"y\":\"" + SCRIPT + "\"}"));
        new Client(broker.bootstrapServers()).send(rows);
        application.awaitConsumed(rows.size());

        Page page =
                chromium.open(learner.url().replace("http://", "http://eddy:open%20sesame@"), 1280, ColorScheme.LIGHT);
        page.waitForSelector("#predictions td[data-column=Loss]");
        assertThat(page.textContent("#score-title")).contains("RMSE");
        assertThat(page.textContent("#score .u-legend")).contains("fading", "no change", "mean");
        assertThat(page.isVisible("#confusion")).isFalse();
        assertThat(page.textContent("#dead-letters")).contains("the label is " + SCRIPT);
        assertThat(page.title()).isEqualTo("Eddy");
        Chromium.picture(page, "regression");
        chromium.assertNoComplaints();
        assertThat(learner.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(learner.out() + learner.err()).doesNotContain("sesame");
    }
}
