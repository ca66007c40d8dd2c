package io.eddy.wire;

import java.util.List;

/**
 * The answer to one sample, made before learning from it. Reused from record to record.
 *
 * <p>Before anything was learned there is no answer ({@link #isAnswered} is false), and then there is no loss either.
 */
public final class Prediction {
    /** A label that the model can't have known has probability zero; its loss is taken at this one. */
    public static final double LEAST_PROBABILITY = 1e-7;

    private boolean classification;
    private boolean answered;
    private long learned;

    private List<String> classes = List.of();
    private float[] probabilities = {};
    private int predictedClass;
    private double predictedValue;

    private boolean labelled;
    private String labelClass;
    private int labelNumber;
    private double labelProbability;
    private double labelValue;
    private double loss;

    /** Begins an answer of a model that has learned nothing yet, or does not know its task. */
    public void begin(boolean classification, long learned) {
        this.classification = classification;
        this.learned = learned;
        answered = false;
        labelled = false;
        labelClass = null;
        labelNumber = -1;
        classes = List.of();
    }

    /**
     * Answers with a class: the most probable one, of equal ones the first.
     *
     * @param probabilities of the classes, in their order; not copied
     */
    public void answer(List<String> classes, float[] probabilities) {
        this.classes = classes;
        this.probabilities = probabilities;
        predictedClass = 0;
        for (int c = 1; c < classes.size(); c++) {
            if (probabilities[c] > probabilities[predictedClass]) {
                predictedClass = c;
            }
        }
        answered = true;
    }

    /** Answers with a number, in the label's own units. */
    public void answer(double value) {
        predictedValue = value;
        answered = true;
    }

    /**
     * Adds what was true, for a classification; the loss is {@code -ln p(label)}.
     *
     * @param known the class's number among {@code classes}, or -1 for one that was not known
     */
    public void reveal(String label, int known) {
        labelled = true;
        labelClass = label;
        labelNumber = known;
        double p = answered && known >= 0 && known < classes.size() ? probabilities[known] : 0;
        labelProbability = Math.max(p, LEAST_PROBABILITY);
        loss = 0.0 - Logarithm.of(labelProbability); // not -0.0
    }

    /** Adds what was true, for a regression; the loss is the squared error. */
    public void reveal(double label) {
        labelled = true;
        labelValue = label;
        loss = (predictedValue - label) * (predictedValue - label);
    }

    public boolean isClassification() {
        return classification;
    }

    public boolean isAnswered() {
        return answered;
    }

    /** Whether the sample had a label. */
    public boolean isLabelled() {
        return labelled;
    }

    /** Labelled samples that the model had learned from when it answered. */
    public long learned() {
        return learned;
    }

    public List<String> classes() {
        return classes;
    }

    /** The probability of class {@code c}. */
    public float probability(int c) {
        return probabilities[c];
    }

    /** The number of the predicted class. */
    public int predictedClass() {
        return predictedClass;
    }

    public double predictedValue() {
        return predictedValue;
    }

    public String labelClass() {
        return labelClass;
    }

    /** The label's number among the classes, -1 where it was not known. */
    int labelNumber() {
        return labelNumber;
    }

    public double labelValue() {
        return labelValue;
    }

    /** What the label's class was given, at least {@link #LEAST_PROBABILITY}; of a classification only. */
    public double labelProbability() {
        return labelProbability;
    }

    /** {@code -ln p(label)}, or the squared error in the label's units; only where answered and labelled. */
    public double loss() {
        return loss;
    }
}
