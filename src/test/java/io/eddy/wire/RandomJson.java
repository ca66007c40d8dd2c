package io.eddy.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        "area.1"
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
    private static final String[] ODD_VALUES = {
        "01",
        "1.",
        "+1",
        ".5",
        "1e",
        "1e+",
        "1e999",
        "-1e999",
        "1e-999",
        "-",
        "-0",
        "-0.0",
        "-0e3",
        "0e0",
        "1E+5",
        "1e00005",
        "1e99999",
        "NaN",
        "Infinity",
        "-Infinity",
        "-INF",
        "truE",
        "tru",
        "nul",
        "talse",
        "nalse",
        "frue",
        "fals",
        "nrue",
        "tull",
        "nullx",
        "true1",
        "1true",
        "{}",
        "[]",
        "[1,]",
        "{\"a\":1,}",
        "{,}",
        "[,1]",
        "'x'",
        "\"\\u0041\"",
        "\"\\n\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\x\"",
        "\"\\",
        "\"\t\"",
        "123456789012345678",
        "1234567890123456789",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "0.1234567890123456789012345",
        "9007199254740993",
        "9007199254740993.0",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "4.9e-324",
        "2e-324",
        "2.2250738585072011e-308",
        "1" + "0".repeat(400),
        "0." + "0".repeat(400) + "1",
        "1" + "0".repeat(1200),
        "\"" + "x".repeat(256) + "\"",
        "\"" + "x".repeat(257) + "\"",
        "\"" + "é".repeat(200) + "\"",
        "{\"" + "n".repeat(480) + "\":{\"0123456789\":[1,2]}}",
        "{\"" + "n".repeat(480) + "\":{\"012345678901234567\":[1,2]}}",
        "[".repeat(14) + "1" + "]".repeat(14),
        "[".repeat(18) + "1" + "]".repeat(18),
        "[".repeat(1200),
        "{\"a\":".repeat(15) + "1" + "}".repeat(15),
        "//",
        "/**/1",
        "#"
    };
    private static final byte[][] ODD_BYTES = {
        {0},
        {0x1F},
        {0x7F},
        {(byte) 0x80},
        {(byte) 0xC0, (byte) 0x80},
        {(byte) 0xC3, (byte) 0xA9},
        {(byte) 0xC3},
        {(byte) 0xE0, (byte) 0x80, (byte) 0x80},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xF0, (byte) 0x8F, (byte) 0xBF, (byte) 0xBF},
        {(byte) 0xF5},
        {(byte) 0xFF},
        {'"'},
        {'\\'},
        {','},
        {':'},
        {'{'},
        {'}'},
        {'['},
        {']'},
        {' '},
        {'\n'},
        {'\f'},
        {'\r'},
        {'\t'},
        {'0'},
        {'-'},
        {'.'},
        {'e'},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}
    };

    private final Random random;
    private String space = "";
    private boolean odd = true;

    RandomJson(long seed) {
        random = new Random(seed);
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
            json = damaged(json);
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
            return ODD_VALUES[random.nextInt(ODD_VALUES.length)];
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

    private byte[] damaged(byte[] json) {
        int from = random.nextInt(json.length + 1);
        int to = Math.min(json.length, from + random.nextInt(random.nextBoolean() ? 4 : 40));
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(json, from);
            case 1 -> joined(json, from, new byte[] {(byte) random.nextInt(256)}, to);
            case 2 -> joined(json, from, ODD_BYTES[random.nextInt(ODD_BYTES.length)], from);
            case 3 -> joined(json, from, ODD_BYTES[random.nextInt(ODD_BYTES.length)], Math.min(json.length, from + 1));
            case 4 -> joined(json, from, new byte[0], to);
            case 5 -> joined(json, to, Arrays.copyOfRange(json, from, to), to); // twice
            case 6 ->
                joined(json, from, ODD_VALUES[random.nextInt(ODD_VALUES.length)].getBytes(StandardCharsets.UTF_8), to);
            case 7 -> joined(json, json.length, ODD_BYTES[random.nextInt(ODD_BYTES.length)], json.length);
            default ->
                random.nextInt(20) == 0
                        ? new String(json, StandardCharsets.UTF_8)
                                .getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE)
                        : flipped(json, from);
        };
    }

    private byte[] flipped(byte[] json, int at) {
        byte[] copy = json.clone();
        if (at < copy.length) {
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] joined(byte[] json, int from, byte[] middle, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(json, 0, from);
        out.writeBytes(middle);
        out.write(json, to, json.length - to);
        return out.toByteArray();
    }
}
