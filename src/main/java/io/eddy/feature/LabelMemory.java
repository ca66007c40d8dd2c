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
        double[] before = labels.getOrDefault(key(sample), NOTHING);
        for (int lag = 1; lag <= before.length; lag++) {
            double label = before[lag - 1];
            if (classes.size() == 0) {
                terms.addScaled(TermKind.LAG_NUMBER, fields[lag], label);
            } else if (label < MOST_CLASSES) {
                terms.addNamed(TermKind.LAG_CLASS, fields[lag], classes.names().get((int) label), 1);
            }
        }
    }

    private long key(Sample sample) {
        return byKey ? sample.keyHash() : 0;
    }

    /** Takes in a label as the newest of its key. */
    void remember(Sample sample, boolean isClass) {
        if (lags == 0) {
            return;
        }
        double label = isClass ? classes.findOrAdd(sample.labelText()) : sample.labelNumber();
        double[] before = byKey ? labels.remove(key(sample)) : labels.get(0L);
        if (before != null && before.length == lags) {
            System.arraycopy(before, 0, before, 1, lags - 1);
            before[0] = label;
            if (byKey) {
                labels.put(key(sample), before);
            }
            return;
        }
        int kept = before == null ? 0 : Math.min(before.length, lags - 1);
        double[] now = new double[kept + 1];
        now[0] = label;
        if (kept > 0) {
            System.arraycopy(before, 0, now, 1, kept);
        }
        labels.put(key(sample), now);
        if (labels.size() > MOST_KEYS) {
            Iterator<Long> oldest = labels.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Writes the classes, then the labels of each key, oldest first. */
    void write(DataOutput out) throws IOException {
        classes.write(out);
        out.writeInt(labels.size());
        for (Map.Entry<Long, double[]> entry : labels.entrySet()) {
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
            labels.put(key, before);
        }
    }
}
