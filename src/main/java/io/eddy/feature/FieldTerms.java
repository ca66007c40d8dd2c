package io.eddy.feature;

import io.eddy.wire.Sample;
import java.util.regex.Pattern;

/** From the raw fields of a sample to its terms, each by the type of its field. */
final class FieldTerms {
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

    private final FieldTable fields;
    private final Words words = new Words();

    FieldTerms(FieldTable fields) {
        this.fields = fields;
    }

    /**
     * Adds what the sample's fields come to, and which of them are missing.
     *
     * @return whether all fields are known, with the types that their values have
     */
    boolean addTo(Terms terms, Sample sample) {
        boolean known = true;
        fields.begin();
        for (int k = 0; k < sample.size(); k++) {
            Field field = fields.find(sample, k);
            FieldType type = FieldTable.type(field, sample, k);
            known &= fields.isKnown(field, type);
            boolean there =
                    sample.isText(k) ? text(terms, field, type, sample, k) : number(terms, field, type, sample, k);
            if (there) {
                fields.see(field);
            }
        }
        fields.addMissing(terms);
        return known;
    }

    private boolean text(Terms terms, Field field, FieldType type, Sample sample, int k) {
        if (type == FieldType.TEXT) {
            words.addTo(terms, field, sample.text(k));
            return true;
        }
        if (type == FieldType.NUMBER && field.isGiven) {
            String text = sample.text(k).trim();
            double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            return Double.isFinite(number) && scaled(terms, field, number);
        }
        PointInTime time = type == FieldType.TIME ? PointInTime.parse(sample.text(k)) : null;
        return time == null ? category(terms, field, sample, k) : time(terms, field, time);
    }

    private boolean number(Terms terms, Field field, FieldType type, Sample sample, int k) {
        if (type == FieldType.TIME && field.isEpoch) {
            PointInTime time = PointInTime.ofEpoch(sample.number(k));
            return time == null ? category(terms, field, sample, k) : time(terms, field, time);
        }
        if (type == FieldType.CATEGORICAL && field.isGiven) {
            return category(terms, field, sample, k);
        }
        if (type == FieldType.TEXT && field.isGiven) {
            words.addTo(terms, field, sample.category(k));
            return true;
        }
        if (!field.isContinuous) {
            // a value that is none makes the field a continuous one as soon as it is learned from
            terms.addLevel(field, sample.number(k));
        }
        return scaled(terms, field, sample.number(k));
    }

    /** Of what is seldom there the scale tells how large it is, not that it is there. */
    private boolean scaled(Terms terms, Field field, double number) {
        terms.addScaled(TermKind.NUMBER, field, number);
        if (fields.isSeldom(field)) {
            terms.addNamed(TermKind.PRESENT, field, "", 1);
        }
        return true;
    }

    private static boolean category(Terms terms, Field field, Sample sample, int k) {
        terms.addNamed(TermKind.CATEGORY, field, sample.category(k), 1);
        return true;
    }

    private static boolean time(Terms terms, Field field, PointInTime time) {
        time.addTo(terms, field);
        return true;
    }
}
