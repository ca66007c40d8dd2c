package io.eddy.http;

/**
 * What a learner in another process says of itself, as one line of JSON.
 *
 * @param scrape the text of {@code /metrics}
 */
public record LearnerFrame(LearnerView view, String scrape) {
    public static LearnerFrame of(LearnerSource source) {
        return new LearnerFrame(source.view(), source.scrape());
    }

    /** What {@link #toLine} wrote. */
    public static LearnerFrame fromLine(String line) {
        return Json.read(line, LearnerFrame.class);
    }

    public String toLine() {
        return Json.of(this);
    }
}
