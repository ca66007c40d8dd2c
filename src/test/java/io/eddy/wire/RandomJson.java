package io.eddy.wire;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Samples as they might come, and what might have become of them on the way. The same ones for the same seed. */
final class RandomJson {
    private static final String[] NAMES = {
        "a",
        "b",
        "area",
        "perimeter",
        "asymmetry.coefficient",
        "compactness_x",
        "id",
        "y",
        "größe",
        "😀",
        "",
        "0",
        "a.b",
        "area.1",
        "after"
    };
    private static final String[] TEXTS = {
        "Kama",
        "Rosa",
        "",
        "Canadian",
        "a longer text, of more than eight bytes",
        "Größe",
        "日本",
        "😀",
        "é",
        "2024-05-01T10:00:00Z"
    };
    private final Random random;
    private final Damage damage;
    private String space = "";
    private boolean odd = true;

    RandomJson(long seed) {
        random = new Random(seed);
        damage = new Damage(random);
    }

    /** A sample of the plain form. */
    byte[] plain() {
        odd = false;
        return ("{\"first\":1," + object(1).substring(1)).replace(",}", "}").getBytes(StandardCharsets.UTF_8);
    }

    /** A sample with odd values, or damaged, or both. */
    byte[] unusual() {
        odd = random.nextInt(3) > 0;
        byte[] json = object(2).getBytes(StandardCharsets.UTF_8);
        for (int times = random.nextInt(odd ? 2 : 3); times > 0; times--) {
            json = damage.anywhere(json);
        }
        return json;
    }

    private String object(int depth) {
        if (random.nextInt(8) == 0) {
            space = random.nextBoolean() ? "" : random.nextBoolean() ? " " : "\r\n\t ";
        }
        StringBuilder json = new StringBuilder("{");
        int skipped = random.nextInt(3);
        int order = random.nextInt(8); // mostly that of the last sample, or backwards, or any, some names twice
        int n = 0;
        for (int i = 0; i < NAMES.length; i++) {
            if (random.nextInt(4) < skipped) {
                continue;
            }
            String name =
                    NAMES[order == 0 && odd ? random.nextInt(NAMES.length) : order == 1 ? NAMES.length - 1 - i : i];
            if (!odd && name.contains(".")) {
                continue;
            }
            json.append(n++ == 0 ? space : "," + space);
            json.append('"')
                    .append(name)
                    .append('"')
                    .append(odd ? space : "")
                    .append(':')
                    .append(space);
            json.append(value(name.equals("y") ? 0 : depth)).append(odd ? space : "");
        }
        return json.append('}').toString();
    }

    private String value(int depth) {
        if (odd && random.nextInt(20) == 0) {
            return damage.oddValue();
        }
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> random.nextBoolean() ? "true" : random.nextBoolean() ? "false" : "null";
            case 1, 2 -> '"' + TEXTS[random.nextInt(TEXTS.length)] + '"';
            case 3, 4, 5, 6 -> number();
            case 7 -> object(depth - 1);
            default -> array(depth - 1);
        };
    }

    private String array(int depth) {
        StringBuilder json = new StringBuilder("[");
        boolean numbers = random.nextBoolean();
        for (int i = random.nextInt(6); i > 0; i--) {
            json.append(numbers ? number() : value(depth)).append(i == 1 ? "" : "," + space);
        }
        return json.append(']').toString();
    }

    /** Of every length and size that JSON knows, within a double. */
    String number() {
        String sign = random.nextInt(4) == 0 ? "-" : "";
        return sign
                + switch (random.nextInt(odd ? 8 : 5)) {
                    case 0 -> Integer.toString(random.nextInt(1000));
                    case 1 -> Long.toString(random.nextLong() >>> (1 + random.nextInt(62)));
                    case 2 -> random.nextInt(100) + "." + digits(1 + random.nextInt(6));
                    case 3 -> Double.toString(Math.abs(random.nextGaussian()));
                    case 4 -> Double.toString(Math.abs(finite()));
                    case 5 -> random.nextInt(10) + "." + digits(1 + random.nextInt(25));
                    case 6 ->
                        (1 + random.nextInt(9)) + digits(random.nextInt(22)) + "." + digits(1 + random.nextInt(4));
                    default ->
                        random.nextInt(10) + "." + digits(1 + random.nextInt(20)) + "eE".charAt(random.nextInt(2))
                                + new String[] {"", "+", "-"}[random.nextInt(3)]
                                + random.nextInt(random.nextBoolean() ? 30 : 300);
                };
    }

    private double finite() {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 1;
    }

    private String digits(int n) {
        StringBuilder text = new StringBuilder();
        boolean zeros = random.nextInt(4) == 0;
        for (int i = 0; i < n; i++) {
            text.append((char) ('0' + (zeros && i < n / 2 ? 0 : random.nextInt(10))));
        }
        return text.toString();
    }
}
