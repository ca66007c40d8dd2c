package io.eddy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void anyNumberOfUpdatesLeavesTheWeightsFinite() throws IOException {
        UpdateRule rule = UpdateRule.of(Optimizer.ADAM, 0.001f);
        Corrections corrections = new Corrections(rule.coefficients());
        Row row = afterUpdates(Integer.MAX_VALUE - 2);
        for (int i = 0; i < 5; i++) {
            row.update(1, new float[Kernels.padded(1)], 1, rule, rule.schedule().at(i), corrections);
            assertThat(row.weights[0]).isFinite();
        }
    }

    private static Row afterUpdates(int updates) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeFloat(0.5f);
            out.writeInt(updates);
            out.writeFloat(0.1f);
            out.writeFloat(0.1f);
        }
        Row row = new Row(1, Optimizer.ADAM.memories());
        row.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        return row;
    }
}
