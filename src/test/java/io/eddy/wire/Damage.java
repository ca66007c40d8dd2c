package io.eddy.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** What may become of a sample on its way, or in the head of whoever makes it. */
public final class Damage {
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

    public Damage(Random random) {
        this.random = random;
    }

    /** What a value of JSON had better not be, or merely seldom is. */
    String oddValue() {
        return ODD_VALUES[random.nextInt(ODD_VALUES.length)];
    }

    /** A member or a cell that is there twice, or has another value. */
    public byte[] ofPart(byte[] value) {
        int from = next(value, random.nextInt(value.length + 1), ",:");
        int to = next(value, Math.min(from + 1, value.length), ",}");
        return random.nextInt(4) == 0
                ? joined(value, to, Arrays.copyOfRange(value, from, to), to)
                : joined(value, Math.min(from + 1, to), oddValue().getBytes(StandardCharsets.UTF_8), to);
    }

    private static int next(byte[] value, int from, String ends) {
        int at = from;
        while (at < value.length && ends.indexOf(value[at]) < 0) {
            at++;
        }
        return at;
    }

    /** Something cut off, put in, flipped, twice or in another encoding, wherever it falls. */
    public byte[] anywhere(byte[] json) {
        int from = random.nextInt(json.length + 1);
        int to = Math.min(json.length, from + random.nextInt(random.nextBoolean() ? 4 : 40));
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(json, from);
            case 1 -> joined(json, from, new byte[] {(byte) random.nextInt(256)}, to);
            case 2 -> joined(json, from, ODD_BYTES[random.nextInt(ODD_BYTES.length)], from);
            case 3 -> joined(json, from, ODD_BYTES[random.nextInt(ODD_BYTES.length)], Math.min(json.length, from + 1));
            case 4 -> joined(json, from, new byte[0], to);
            case 5 -> joined(json, to, Arrays.copyOfRange(json, from, to), to); // twice
            case 6 -> joined(json, from, oddValue().getBytes(StandardCharsets.UTF_8), to);
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
