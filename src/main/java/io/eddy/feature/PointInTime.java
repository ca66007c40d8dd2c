package io.eddy.feature;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, and perhaps a second of it. With an offset it is brought to UTC, else it is as written.
 *
 * @param epochDay days since 1970-01-01
 * @param second of the day, or -1 for a date alone
 */
record PointInTime(long epochDay, double second) {
    private static final double DAY = 86_400;
    // beyond each of them a number counts a thousandth of what it did
    private static final double MOST_SECONDS = 1e11;
    private static final double MOST_MILLIS = 1e14;
    private static final double MOST_MICROS = 1e17;
    private static final double MOST_NANOS = 1e20;
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)"
            + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?(Z|[-+]\\d\\d(?::?\\d\\d)?)?)?");
    private static final int SHORTEST = 10;
    private static final int LONGEST = 35;

    /** The point in time that an ISO 8601 text names (a blank may stand for the T), or null. */
    static PointInTime parse(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || text.charAt(4) != '-') {
            return null;
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return null;
        }
        long day;
        try {
            day = LocalDate.parse(iso.group(1)).toEpochDay();
        } catch (DateTimeException e) {
            return null; // such as the 30th of February
        }
        if (iso.group(2) == null) {
            return new PointInTime(day, -1);
        }
        int hour = number(iso.group(2));
        int minute = number(iso.group(3));
        int second = number(iso.group(4));
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        double fraction = iso.group(5) == null ? 0 : Double.parseDouble("0." + iso.group(5));
        return at(day, hour * 3600 + minute * 60 + second - offset(iso.group(6)), fraction);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** In seconds. */
    private static int offset(String text) {
        if (text == null || text.equals("Z")) {
            return 0;
        }
        String digits = text.substring(1).replace(":", "");
        int minutes = number(digits.substring(0, 2)) * 60 + (digits.length() > 2 ? number(digits.substring(2)) : 0);
        return (text.charAt(0) == '-' ? -60 : 60) * minutes;
    }

    private static PointInTime at(long day, long seconds, double fraction) {
        return new PointInTime(day + Math.floorDiv(seconds, (long) DAY), Math.floorMod(seconds, (long) DAY) + fraction);
    }

    /** Seconds since 1970, or milli-, micro- or nanoseconds if there would be too many; null if even those are too many. */
    static PointInTime ofEpoch(double number) {
        double size = Math.abs(number);
        if (!(size <= MOST_NANOS)) {
            return null;
        }
        double unit = size <= MOST_SECONDS ? 1 : size <= MOST_MILLIS ? 1e3 : size <= MOST_MICROS ? 1e6 : 1e9;
        double seconds = number / unit;
        double whole = Math.floor(seconds);
        return at(0, (long) whole, seconds - whole);
    }

    /** Whether a field of that name with that first number counts seconds or milliseconds of these decades. */
    static boolean isEpoch(String field, double first) {
        String name = field.toLowerCase(Locale.ROOT);
        boolean isNamed = name.endsWith("time")
                || name.endsWith("timestamp")
                || name.endsWith("date")
                || name.endsWith("_at")
                || name.endsWith("_ts");
        return isNamed && ((first >= 1e9 && first <= 4e9) || (first >= 1e12 && first <= 4e12));
    }

    /** Adds the cycles that it is in, and its day as a number. */
    void addTo(Terms terms, Field field) {
        if (second >= 0) {
            cycle(terms, field, "day", second / DAY);
        }
        cycle(terms, field, "week", Math.floorMod(epochDay + 3, 7L) / 7.0);
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        cycle(terms, field, "year", (date.getDayOfYear() - 1.0) / date.lengthOfYear());
        terms.addScaled(TermKind.DAY, field, (double) epochDay);
    }

    private static void cycle(Terms terms, Field field, String name, double part) {
        double angle = 2 * Math.PI * part;
        terms.addNamed(TermKind.CYCLE, field, name + " sin", StrictMath.sin(angle));
        terms.addNamed(TermKind.CYCLE, field, name + " cos", StrictMath.cos(angle));
    }
}
