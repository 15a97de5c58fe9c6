package practicum.method;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.NormConfig;
import practicum.model.Transformer;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What each neuron of the MLPs says when it is active: its row of W_out, the value of a key-value memory, read as logits.
 *
 * <p>An active neuron adds its value to the stream, and through the unembedding that raises the logits of some tokens and
 * lowers others, whatever else the model does. The tokens that are raised most often belong together: a concept. A neuron
 * whose value points at one token far more than at any other is a <em>next-token neuron</em> of it.
 *
 * <p>The final normalisation's centring and scale are applied to each value; its division by the stream's length, and
 * biases, are left out. That is what a value adds if later layers do nothing with it; early layers
 * write for later ones, and read so their values often say little.
 *
 * <p>Sources: Geva et al. 2021 (arXiv 2012.14913) and 2022 (arXiv 2203.14680); next-token neurons, Neo et al. 2024 (arXiv
 * 2402.15055).
 */
public final class ValueVectors {
    private final Transformer model;

    private ValueVectors(Transformer model) {
        this.model = model;
    }

    /**
     * The values of a model's MLPs.
     *
     * @throws ModelException if it has no MLPs, or something else stands between the stream and the logits
     */
    public static ValueVectors of(Transformer model) {
        ModelConfig c = model.config();
        if (c.dMlp() == 0) {
            throw new ModelException("\"" + c.name() + "\" has no MLPs, and so no values to read.");
        }
        if (c.stream().mlmHead()) {
            throw new ModelException("A layer of neurons stands between the stream of \"" + c.name()
                    + "\" and its logits: what a value says cannot be read off one product.");
        }
        return new ValueVectors(model);
    }

    /** The model. */
    public Transformer model() {
        return model;
    }

    /** What each neuron of a layer adds to each logit per unit of its activation [d_mlp, d_vocab]. */
    public Tensor logits(int layer) {
        requireLayer(layer);
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor logits = read(model.W_out(layer));
            return scope.keep(logits.named("d_mlp", "d_vocab"));
        }
    }

    /** Vectors in the stream as logits [n, d_vocab]: what the final normalisation does to them but for its length and shift. */
    private Tensor read(Tensor vectors) {
        ModelConfig c = model.config();
        if (!c.stream().finalNorm()) {
            return vectors.matMul(model.W_U());
        }
        boolean centres = c.norm().kind() == NormConfig.Kind.LAYER;
        Tensor values = centres ? vectors.sub(vectors.mean(1).unsqueeze(1)) : vectors.mul(1);
        return values.mul(model.lnFinal_w()).matMul(model.W_U());
    }

    /** The token that each neuron of a layer raises most. */
    public long[] tops(int layer) {
        try (Scope scope = Scope.open()) {
            return logits(layer).argMax(1).toLongArray();
        }
    }

    /** The tokens that a neuron raises most, the highest first. */
    public List<String> promoted(Neuron neuron, int count) {
        float[] row = row(neuron);
        return IntStream.of(highest(row, count)).mapToObj(id -> model.label(id)).toList();
    }

    /** The neurons of a layer whose values raise a token most: its next-token neurons, the first first. */
    public List<Neuron> promoting(String token, int layer, int count) {
        long id = model.tokenizer().id(token);
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            float[] column = logits(layer).select(1, Math.toIntExact(id)).toFloatArray();
            return IntStream.of(highest(column, count))
                    .mapToObj(i -> new Neuron(layer, i))
                    .toList();
        }
    }

    /**
     * The neurons of a layer that raise some one token most, the first first: the layer's clearest next-token neurons.
     */
    public List<Neuron> clearest(int layer, int count) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            float[] best = logits(layer).max(1).toFloatArray();
            return IntStream.of(highest(best, count))
                    .mapToObj(i -> new Neuron(layer, i))
                    .toList();
        }
    }

    /** One row for each of some neurons: the tokens that it raises most, and by how much it raises the first. */
    public Table table(List<Neuron> neurons, int count) {
        return Table.create("what neurons promote")
                .addColumns(
                        StringColumn.create("neuron", neurons.stream().map(Neuron::label)),
                        StringColumn.create(
                                "promotes", neurons.stream().map(n -> String.join(", ", promoted(n, count)))),
                        DoubleColumn.create(
                                "logits per unit",
                                neurons.stream().mapToDouble(n -> max(row(n))).toArray()));
    }

    private static double max(float[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    private float[] row(Neuron neuron) {
        requireNeuron(neuron);
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            return read(model.W_out(neuron.layer()).get(neuron.index()).unsqueeze(0))
                    .toFloatArray();
        }
    }

    void requireLayer(int layer) {
        int layers = model.config().nLayers();
        if (layer < 0 || layer >= layers) {
            throw new ModelException("There is no layer " + layer + ": \""
                    + model.config().name() + "\" has layers 0–" + (layers - 1) + ".");
        }
    }

    private void requireNeuron(Neuron neuron) {
        requireLayer(neuron.layer());
        if (neuron.index() >= model.config().dMlp()) {
            throw new ModelException("There is no neuron " + neuron + ": a layer of \""
                    + model.config().name() + "\" has neurons 0–"
                    + (model.config().dMlp() - 1) + ".");
        }
    }

    /** The places of the largest values, the largest first; of equal ones the earlier. */
    static int[] highest(float[] values, int count) {
        if (count < 1) {
            throw new ModelException("Ask for at least 1, got " + count + ".");
        }
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -values[i]));
        return Arrays.stream(order).limit(count).mapToInt(i -> i).toArray();
    }

    @Override
    public String toString() {
        return "ValueVectors[" + model.config().name() + "]";
    }
}
