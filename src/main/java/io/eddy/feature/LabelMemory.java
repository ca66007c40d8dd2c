package io.eddy.feature;

import io.eddy.wire.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The last labels learned, the newest first: of all samples, or for each record key. Of keys it remembers so many, those
 * that were learned from last.
 */
final class LabelMemory {
    static final int MOST_KEYS = 10_000;

    private static final int MOST_CLASSES = 50; // the first ones: with many classes each lag would have as many inputs
    private static final double[] NOTHING = {};

    private final int lags;
    private final boolean byKey;
    private final Field[] fields; // by lag, from 1
    private final Map<Long, double[]> labels =
            new LinkedHashMap<>(); // numbers, or numbers of classes; oldest key first
    private double[] ofPartition = NOTHING;
    private final ClassDictionary classes = new ClassDictionary(); // empty where labels are numbers

    LabelMemory(FeatureSettings settings) {
        lags = settings.lags();
        byKey = settings.lagsByKey();
        fields = IntStream.rangeClosed(0, lags)
                .mapToObj(lag -> new Field(Integer.toString(lag), lag, FieldType.NUMBER, true, false))
                .toArray(Field[]::new);
    }

    /** What an input of a label so many samples before belongs to; no field of a sample. */
    Field field(int lag) {
        return fields[lag];
    }

    /** Adds the labels before the sample. */
    void addTo(Terms terms, Sample sample) {
        if (lags == 0) {
            return;
        }
        double[] before = byKey ? labels.getOrDefault(sample.keyHash(), NOTHING) : ofPartition;
        for (int lag = 1; lag <= before.length; lag++) {
            double label = before[lag - 1];
            if (classes.size() == 0) {
                terms.addScaled(TermKind.LAG_NUMBER, fields[lag], label);
            } else if (label < MOST_CLASSES) {
                terms.addNamed(TermKind.LAG_CLASS, fields[lag], classes.names().get((int) label), 1);
            }
        }
    }

    /** The last label of the sample's key, a value or the number of a class; NaN if none is remembered, or not by key. */
    double lastOfKey(Sample sample) {
        double[] before = byKey && lags > 0 ? labels.get(sample.keyHash()) : null;
        return before == null ? Double.NaN : before[0];
    }

    /** Takes in a label as the newest of its key. */
    void remember(Sample sample, boolean isClass) {
        if (lags == 0) {
            return;
        }
        double label = isClass ? classes.findOrAdd(sample.labelText()) : sample.labelNumber();
        if (!byKey) {
            ofPartition = with(label, ofPartition);
            return;
        }
        double[] before = labels.remove(sample.keyHash());
        labels.put(sample.keyHash(), with(label, before == null ? NOTHING : before));
        if (labels.size() > MOST_KEYS) {
            Iterator<Long> oldest = labels.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The label, then those before it: in the same array as soon as that is long enough. */
    private double[] with(double label, double[] before) {
        double[] now = before.length == lags ? before : new double[before.length + 1];
        System.arraycopy(before, 0, now, 1, now.length - 1);
        now[0] = label;
        return now;
    }

    /** Writes the classes, then the labels of each key, oldest first; those of the partition have the key 0. */
    void write(DataOutput out) throws IOException {
        classes.write(out);
        Map<Long, double[]> all = byKey || ofPartition.length == 0 ? labels : Map.of(0L, ofPartition);
        out.writeInt(all.size());
        for (Map.Entry<Long, double[]> entry : all.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeByte(entry.getValue().length);
            for (double label : entry.getValue()) {
                if (classes.size() == 0) {
                    out.writeDouble(label);
                } else {
                    out.writeInt((int) label);
                }
            }
        }
    }

    /** Reads what {@link #write} wrote into an empty memory. */
    void read(DataInput in) throws IOException {
        classes.read(in);
        int keys = in.readInt();
        for (int i = 0; i < keys; i++) {
            long key = in.readLong();
            double[] before = new double[in.readByte()];
            for (int lag = 0; lag < before.length; lag++) {
                before[lag] = classes.size() == 0 ? in.readDouble() : in.readInt();
            }
            if (byKey) {
                labels.put(key, before);
            } else {
                ofPartition = before;
            }
        }
    }
}
