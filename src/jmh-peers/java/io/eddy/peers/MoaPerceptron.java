package io.eddy.peers;

import ai.djl.Model;
import ai.djl.basicmodelzoo.basic.Mlp;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import com.yahoo.labs.samoa.instances.Instance;
import java.util.Arrays;
import moa.classifiers.core.driftdetection.ADWIN;
import moa.classifiers.deeplearning.MLP;

/**
 * MOA's own class was built against the DJL of 2020. What has changed there since is done here as MOA does it; how it
 * predicts and trains is MOA's. Its options know only hidden layers of one size that is a power of two; here they are as asked.
 */
final class MoaPerceptron extends MLP {
    private static final long serialVersionUID = 1;

    private final int[] units;

    MoaPerceptron(int[] units) {
        this.units = units;
    }

    @Override
    public void initializeNetwork(Instance instance) {
        if (nnmodel == null) {
            try {
                super.initializeNetwork(instance);
            } catch (NoSuchMethodError e) { // Device.getGpuCount, after all that concerns the instance is done
                setModel();
                lossEstimator = new ADWIN(deltaForADWIN);
                setTrainer();
            }
        }
    }

    @Override
    protected void setModel() {
        int last = units.length - 1;
        nnmodel = Model.newInstance("mlp", "PyTorch");
        nnmodel.setBlock(new Mlp(units[0], units[last], Arrays.copyOfRange(units, 1, last)));
    }

    @Override
    protected void setTrainer() {
        Tracker rate = Tracker.fixed((float) learningRateOption.getValue());
        trainer = nnmodel.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd().setLearningRateTracker(rate).build()));
        trainer.initialize(new Shape(miniBatchSize.getValue(), featureValuesArraySize));
    }
}
