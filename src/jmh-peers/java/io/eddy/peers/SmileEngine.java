package io.eddy.peers;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import smile.base.mlp.Layer;
import smile.base.mlp.LayerBuilder;
import smile.base.mlp.OutputFunction;
import smile.classification.MLP;

/** Smile's multilayer perceptron: in double, its matrices in OpenBLAS; {@code update} passes forward itself. */
final class SmileEngine implements Engine {
    private MLP network;
    private double[][] rows;
    private int[] labels;

    @Override
    public void create(int[] units, float[][] values, int[] labelsOfRows) {
        int last = units.length - 1;
        Stream<LayerBuilder> hidden = Arrays.stream(units, 1, last).mapToObj(Layer::rectifier);
        Stream<LayerBuilder> ends = Stream.of(Layer.mle(units[last], OutputFunction.SOFTMAX));
        Stream<LayerBuilder> layers = Stream.concat(Stream.of(Layer.input(units[0])), Stream.concat(hidden, ends));
        network = new MLP(layers.toArray(LayerBuilder[]::new));
        // its learning rate is RATE unless told otherwise, for which each version has a class of its own
        rows = Arrays.stream(values).map(SmileEngine::widened).toArray(double[][]::new);
        labels = labelsOfRows;
    }

    private static double[] widened(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    @Override
    public void learn(int row) {
        network.update(rows[row], labels[row]);
    }

    @Override
    public int predict(int row) {
        return network.predict(rows[row]);
    }
}
