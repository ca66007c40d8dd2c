package io.eddy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are written with the characters that Jackson's fast writer gives them. */
class JsonBytesTest {
    private final JsonBytes json = new JsonBytes();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyNumberIsWrittenAsJacksonWritesIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300_000; i++) {
            assertSame(Double.longBitsToDouble(random.nextLong()));
            assertSame(Float.intBitsToFloat(random.nextInt()));
            assertSame(random.nextFloat());
            assertSame(-StrictMath.log(random.nextDouble()));
            assertSame(random.nextInt(100_000) / 100.0);
            assertSame((float) (random.nextInt(10_000_000) / 10_000.0));
        }
    }

    @Test
    void soAreTheEdges() {
        for (double value :
                new double[] {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, 0.1, 1e7, 9.5e-4}) {
            around(value);
            around((float) value);
        }
        for (int power = -324; power <= 309; power++) {
            for (String digits : new String[] {"1", "2", "5", "9", "99999999", "123456789012345678"}) {
                around(Double.parseDouble(digits + "e" + power));
                around(Float.parseFloat(digits + "e" + power));
            }
        }
        for (int exponent = 0; exponent < 2048; exponent++) {
            around(Double.longBitsToDouble((long) exponent << 52));
        }
        for (int exponent = 0; exponent < 256; exponent++) {
            around(Float.intBitsToFloat(exponent << 23));
        }
        for (int i = 0;
                i < 100_000;
                i++) { // whole numbers, the least subnormal ones, and up to the largest exact integers
            assertSame(i);
            assertSame((double) i);
            assertSame(Float.intBitsToFloat(i));
            assertSame(Double.longBitsToDouble(i));
            assertSame((1L << 53) - 50_000 + i);
            assertSame((double) (1L << 53) - 50_000 + i);
        }
    }

    @Test
    void roundedNumbersHaveTheNineDigitsNearestToThem() {
        Random random = new Random(5);
        for (int i = 0; i < 300_000; i++) {
            assertRounded(-StrictMath.log(random.nextFloat()));
            assertRounded(-StrictMath.log(1 - random.nextFloat() * 1e-4));
            assertRounded(Math.pow(10, 18 * random.nextDouble() - 9));
        }
        for (int power = -9; power <= 8; power++) {
            double ten = Double.parseDouble("1e" + power);
            for (double factor : new double[] {1, 0.9999999994, 0.9999999996, 1.0000000004, 1.0000000006, 2, 5, 9.5}) {
                assertRounded(ten * factor);
            }
        }
        for (int exponent = -30; exponent < 30; exponent++) {
            assertRounded(Math.scalb(1.0, exponent));
            assertRounded(Math.nextDown(Math.scalb(1.0, exponent)));
        }
    }

    @Test
    void whatIsZeroTinyOrHugeIsNotRounded() {
        for (double value : new double[] {0, 1.23456789012e-10, 1234567890123.0, -0.12345678901, Double.NaN}) {
            json.clear();
            json.writeRounded(value);
            assertSame(NumberOutput.toString(value, true), Double.isFinite(value));
        }
    }

    private void assertRounded(double value) {
        if (value < 1e-9 || value >= 1e8) {
            return;
        }
        json.clear();
        json.writeRounded(value);
        assertSame(NumberOutput.toString(rounded(value), true), true);
    }

    static double rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(9, RoundingMode.HALF_UP))
                .doubleValue();
    }

    private void around(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int i = -5; i <= 5; i++) {
            assertSame(Double.longBitsToDouble(bits + i));
            assertSame(-Double.longBitsToDouble(bits + i));
        }
    }

    private void around(float value) {
        int bits = Float.floatToRawIntBits(value);
        for (int i = -5; i <= 5; i++) {
            assertSame(Float.intBitsToFloat(bits + i));
            assertSame(-Float.intBitsToFloat(bits + i));
        }
    }

    private void assertSame(double value) {
        json.clear();
        json.write(value);
        assertSame(NumberOutput.toString(value, true), Double.isFinite(value));
    }

    private void assertSame(float value) {
        json.clear();
        json.write(value);
        assertSame(NumberOutput.toString(value, true), Float.isFinite(value));
    }

    private void assertSame(long value) {
        json.clear();
        json.write(value);
        assertSame(Long.toString(value), true);
    }

    private void assertSame(String expected, boolean isFinite) {
        String actual = new String(json.toByteArray(), StandardCharsets.US_ASCII);
        String quoted = isFinite ? expected : '"' + expected + '"';
        if (!actual.equals(quoted)) {
            assertThat(actual).isEqualTo(quoted);
        }
    }
}
