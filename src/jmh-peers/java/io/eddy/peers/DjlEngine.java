package io.eddy.peers;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;

/** PyTorch through DJL, in float. */
final class DjlEngine implements Engine {
    private Trainer trainer;
    private NDManager manager;
    private NDList[] rows; // [row] 1 x inputs
    private NDList[] labels; // [row] 1

    @Override
    public void create(int[] units, float[][] values, int[] labelsOfRows) {
        int last = units.length - 1;
        SequentialBlock layers = new SequentialBlock();
        for (int l = 1; l < last; l++) {
            layers.add(Linear.builder().setUnits(units[l]).build()).add(Activation.reluBlock());
        }
        layers.add(Linear.builder().setUnits(units[last]).build());
        Model model = Model.newInstance("peer", "PyTorch");
        model.setBlock(layers);
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(RATE))
                        .build())
                .optDevices(new Device[] {Device.cpu()}));
        trainer.initialize(new Shape(1, units[0]));
        manager = model.getNDManager();
        rows = Arrays.stream(values)
                .map(row -> new NDList(manager.create(row, new Shape(1, units[0]))))
                .toArray(NDList[]::new);
        labels = Arrays.stream(labelsOfRows)
                .mapToObj(label -> new NDList(manager.create(new float[] {label})))
                .toArray(NDList[]::new);
    }

    @Override
    public void learn(int row) {
        // what the step makes dies with this
        try (NDManager step = manager.newSubManager()) {
            step.tempAttachAll(rows[row], labels[row]);
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray loss = trainer.getLoss().evaluate(labels[row], trainer.forward(rows[row]));
                gradients.backward(loss);
            }
            trainer.step();
        }
    }

    @Override
    public int predict(int row) {
        try (NDManager step = manager.newSubManager()) {
            step.tempAttachAll(rows[row]);
            float[] output = trainer.evaluate(rows[row]).singletonOrThrow().toFloatArray();
            return Engine.greatest(output, output.length);
        }
    }
}
