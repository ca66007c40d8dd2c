package io.eddy.peers;

import com.yahoo.labs.samoa.instances.Attribute;
import com.yahoo.labs.samoa.instances.DenseInstance;
import com.yahoo.labs.samoa.instances.Instance;
import com.yahoo.labs.samoa.instances.Instances;
import com.yahoo.labs.samoa.instances.InstancesHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import moa.classifiers.deeplearning.MLP;
import moa.core.Utils;

/** MOA's perceptron, itself on PyTorch through DJL. MOA makes tensors of each row as it comes: that is its interface. */
final class MoaEngine implements Engine {
    private MLP network;
    private Instance[] rows;

    @Override
    public void create(int[] units, float[][] values, int[] labels) {
        int last = units.length - 1;
        InstancesHeader header = header(units[0], units[last]);
        network = new MoaPerceptron(units);
        network.learningRateOption.setValue(RATE);
        network.deviceTypeOption.setChosenIndex(MLP.deviceTypeOptionCPU);
        network.setModelContext(header);
        network.prepareForUse();
        rows = IntStream.range(0, values.length)
                .mapToObj(r -> instance(values[r], labels[r], header))
                .toArray(Instance[]::new);
    }

    private static InstancesHeader header(int inputs, int outputs) {
        List<Attribute> attributes = new ArrayList<>();
        IntStream.range(0, inputs).forEach(i -> attributes.add(new Attribute("x" + i)));
        List<String> classes =
                IntStream.range(0, outputs).mapToObj(c -> "c" + c).toList();
        attributes.add(new Attribute("class", classes));
        InstancesHeader header = new InstancesHeader(new Instances("rows", attributes, 0));
        header.setClassIndex(inputs);
        return header;
    }

    private static Instance instance(float[] values, int label, InstancesHeader header) {
        Instance instance = new DenseInstance(values.length + 1);
        instance.setDataset(header);
        for (int i = 0; i < values.length; i++) {
            instance.setValue(i, values[i]);
        }
        instance.setClassValue(label);
        return instance;
    }

    @Override
    public void learn(int row) {
        network.trainOnInstance(rows[row]);
    }

    @Override
    public int predict(int row) {
        return Utils.maxIndex(network.getVotesForInstance(rows[row]));
    }
}
