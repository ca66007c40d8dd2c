package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseVectorTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void entriesAreInOrderAndEqualIndicesAddUp(long seed) {
        Random random = new Random(seed);
        SparseVector vector = new SparseVector();
        vector.add(7, 1);
        vector.clear();
        TreeMap<Integer, Float> expected = new TreeMap<>();
        for (int n = 0; n < 60; n++) {
            int index = random.nextInt(40);
            float value = random.nextInt(10);
            vector.add(index, value);
            expected.merge(index, value, Float::sum);
        }
        assertThat(vector.size()).isEqualTo(expected.size());
        int k = 0;
        for (var entry : expected.entrySet()) {
            assertThat(vector.index(k)).isEqualTo(entry.getKey());
            assertThat(vector.value(k)).isEqualTo(entry.getValue());
            k++;
        }
    }
}
