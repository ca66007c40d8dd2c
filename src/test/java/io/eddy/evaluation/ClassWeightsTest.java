package io.eddy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWeightsTest {
    private final ClassWeights weights = new ClassWeights();

    @Test
    void byHand() {
        assertThat(weights.weight(0)).isEqualTo(1);
        weights.add(0);
        assertThat(weights.weight(0)).isEqualTo(1);
        weights.add(0);
        weights.add(0);
        weights.add(2);
        assertThat(weights.weight(0)).isEqualTo(4 / (2 * 3.0));
        assertThat(weights.weight(2)).isEqualTo(4 / (2 * 1.0));
        assertThat(weights.weight(1)).isEqualTo(5 / (3 * 1.0)); // as if it were the fifth label, of a third class
    }

    @Test
    void oneOfAThousandWeighsNoMoreThanTheLargest() {
        IntStream.range(0, 1000).forEach(i -> weights.add(0));
        assertThat(weights.weight(1)).isEqualTo(ClassWeights.LARGEST);
        weights.add(1);
        assertThat(weights.weight(1)).isEqualTo(ClassWeights.LARGEST);
        assertThat(weights.weight(0)).isCloseTo(0.5, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyClassWeighsTheSameInSumAndASampleOneOnAverage(long seed) throws IOException {
        Random random = new Random(seed);
        int[] counts = new int[4];
        ClassWeights counted = new ClassWeights();
        for (int i = 0; i < 2000; i++) {
            int label = random.nextInt(1 + random.nextInt(4));
            counted.add(label);
            counts[label]++;
            if (i % 97 == 0) {
                counted = stored(counted);
            }
        }
        for (int c = 0; c < counts.length; c++) {
            assertThat(counted.weight(c) * counts[c]).isCloseTo(2000 / 4.0, within(1e-9));
        }
    }

    private static ClassWeights stored(ClassWeights weights) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        weights.write(new DataOutputStream(bytes));
        ClassWeights second = new ClassWeights();
        second.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        return second;
    }
}
