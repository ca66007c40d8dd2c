package io.eddy.peers;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J on ND4J's native backend, in float; {@code fit} passes forward itself. */
final class Dl4jEngine implements Engine {
    private MultiLayerNetwork network;
    private INDArray[] rows; // [row] 1 x inputs
    private INDArray[] labels; // [row] 1 x outputs, one of them 1

    @Override
    public void create(int[] units, float[][] values, int[] labelsOfRows) {
        int last = units.length - 1;
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(RATE))
                .weightInit(WeightInit.RELU)
                .list();
        for (int l = 1; l < last; l++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(units[l - 1])
                    .nOut(units[l])
                    .activation(Activation.RELU)
                    .build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(units[last - 1])
                .nOut(units[last])
                .activation(Activation.SOFTMAX)
                .build());
        network = new MultiLayerNetwork(layers.build());
        network.init();
        Nd4j.getMemoryManager().togglePeriodicGc(false); // a collection every few seconds would be measured, too
        rows = Arrays.stream(values)
                .map(row -> Nd4j.create(new float[][] {row}))
                .toArray(INDArray[]::new);
        labels = Arrays.stream(labelsOfRows)
                .mapToObj(label -> Nd4j.zeros(1, units[last]).putScalar(0, label, 1))
                .toArray(INDArray[]::new);
    }

    @Override
    public void learn(int row) {
        network.fit(rows[row], labels[row]);
    }

    @Override
    public int predict(int row) {
        return network.predict(rows[row])[0];
    }
}
