package io.eddy.metrics;

import io.eddy.learner.LearnerSnapshot;
import io.eddy.wire.Prediction;
import io.eddy.wire.RejectedSampleException;
import java.util.List;

/**
 * What there is to see of a partition beside its figures: its stored model, some of its last records. The partition's
 * stream thread writes, any thread reads; nothing of it is read by the learner.
 */
public final class PartitionJournal {
    private static final int LONGEST = 80; // of a class's name, for people

    /** A model as it is stored: how much it had learned, and the digest that {@code inspect} shows, in hexadecimal. */
    public record Stored(long learned, String digest) {}

    private record Snapshot(long learned, byte[] bytes) {}

    private final int partition;
    private final Recent<RecentPrediction> predictions = new Recent<>();
    private final Recent<RecentDeadLetter> deadLetters = new Recent<>();
    private volatile Stored restored;
    private volatile Snapshot snapshot;
    private volatile Double secondsBehind;
    private Stored stored; // the last one that somebody asked for

    PartitionJournal(int partition) {
        this.partition = partition;
    }

    public int partition() {
        return partition;
    }

    /** The partition begins here with this model; null for an empty one. */
    public void opened(long learned, byte[] bytes) {
        if (bytes != null) {
            snapshot = new Snapshot(learned, bytes);
            restored = stored();
        }
    }

    /** The model was written: nobody may change the bytes from now on. */
    public void committed(long learned, byte[] bytes) {
        snapshot = new Snapshot(learned, bytes);
    }

    /** What the partition began with here; null where it began with nothing. */
    public Stored restored() {
        return restored;
    }

    /**
     * What was written last; null before. Who asks computes the digest, not the stream thread, and only where there is a new
     * one: only learning changes a model.
     */
    public synchronized Stored stored() {
        Snapshot last = snapshot;
        if (last != null && (stored == null || stored.learned() != last.learned())) {
            stored = new Stored(last.learned(), LearnerSnapshot.digest(last.bytes()));
        }
        return stored;
    }

    /** Whether {@link #answered} takes an answer now: most are passed over. */
    public boolean isAnswerDue(long now) {
        return predictions.isDue(now);
    }

    /** An answer to a sample. */
    public void answered(long offset, long timestamp, long now, Prediction answer) {
        secondsBehind = (now - timestamp) / 1000.0;
        predictions.add(recent(offset, timestamp, answer), now);
    }

    private RecentPrediction recent(long offset, long timestamp, Prediction answer) {
        boolean classes = answer.isClassification();
        boolean answered = answer.isAnswered();
        boolean labelled = answer.isLabelled();
        String predicted = classes && answered
                ? cut(answer.classes().get(answer.predictedClass()))
                : Double.toString(answer.predictedValue());
        String label = classes ? cut(answer.labelClass()) : Double.toString(answer.labelValue());
        return new RecentPrediction(
                partition,
                offset,
                timestamp,
                answer.learned(),
                answered ? predicted : null,
                classes && answered ? (double) answer.probability(answer.predictedClass()) : null,
                labelled ? label : null,
                answered && labelled ? answer.loss() : null);
    }

    private static String cut(String name) {
        return name == null || name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }

    /** A rejected sample; most are passed over where there are many. */
    public void rejected(long offset, long timestamp, long now, RejectedSampleException reason) {
        if (deadLetters.isDue(now)) {
            deadLetters.add(
                    new RecentDeadLetter(
                            partition, offset, timestamp, reason.code().name(), reason.getMessage()),
                    now);
        }
    }

    /** Some of the last answers, the latest first. */
    public List<RecentPrediction> predictions() {
        return predictions.list();
    }

    /** Some of the last rejected samples, the latest first. */
    public List<RecentDeadLetter> deadLetters() {
        return deadLetters.list();
    }

    /** How old one of the last samples was when it was answered; null before the first. */
    public Double secondsBehind() {
        return secondsBehind;
    }
}
