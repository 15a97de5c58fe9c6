package practicum.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import practicum.model.ModelException;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.train.NetObjective;
import practicum.train.Recipe;
import practicum.train.Trainer;

/**
 * A classifier of stretches of a sentence. It mixes the layers, γ Σ s_l h_l with s the softmax of learned scores; projects;
 * pools each span's words by attention to a learned direction; and tells the label from one span's vector, or two side by
 * side, through a hidden layer. Where the mix puts its weight is where the label can be read.
 *
 * <p>The paper gives each label a yes or no of its own; here a span has one label, told by a softmax.
 *
 * <p>Source: Tenney et al. 2019, "What do you learn from context?", arXiv 1905.06316.
 */
public final class EdgeProbe {
    private static final String MIX = "mix";
    private static final String GAMMA = "gamma";
    private static final String PROJECTION = "projection.W";
    private static final String ATTENTION = "attention.W";
    private static final String HIDDEN = "hidden.W";
    private static final String HIDDEN_BIAS = "hidden.b";
    private static final String OUTPUT = "output.W";
    private static final String OUTPUT_BIAS = "output.b";

    private final List<String> labels;
    private final Map<String, Tensor> parameters;

    private EdgeProbe(List<String> labels, Map<String, Tensor> parameters) {
        this.labels = labels;
        this.parameters = parameters;
    }

    /**
     * Trains a probe, with progress.
     *
     * @param width dimensions that words are projected to, and units of the hidden layer
     * @param recipe how; a batch is of examples, drawn at random
     * @throws ModelException if there are no examples, fewer than two labels, or they have not as many spans and layers
     */
    public static EdgeProbe train(List<EdgeExample> examples, int width, Recipe recipe) {
        try (Scope scope = Scope.open()) {
            EdgeProbe probe = train(EdgeInputs.of(examples), own(examples), width, recipe);
            probe.parameters.values().forEach(scope::keep);
            return probe;
        }
    }

    /** Trains a probe of spans whose labels are these, one each. */
    static EdgeProbe train(EdgeInputs inputs, List<String> own, int width, Recipe recipe) {
        List<String> labels = List.copyOf(new TreeSet<>(own));
        if (labels.size() < 2) {
            throw new ModelException("Every example has the label " + labels
                    + ": there is nothing to tell apart. Give at least two labels.");
        }
        try (Scope scope = Scope.open()) {
            Tensor targets = Tensor.of(own.stream().mapToLong(labels::indexOf).toArray());
            Map<String, Tensor> found = Trainer.of(recipe, (parameters, batch) -> {
                        int[] rows = Seeds.random(recipe.seed() * 1_000_003 + batch)
                                .ints(recipe.batch(), 0, inputs.size())
                                .toArray();
                        return NetObjective.loss(logits(parameters, inputs.take(rows)), targets.take(0, rows));
                    })
                    .named("an edge probe")
                    .run(start(inputs, labels.size(), width, recipe.seed()))
                    .parameters();
            found.values().forEach(scope::keep);
            return new EdgeProbe(labels, found);
        }
    }

    static List<String> own(List<EdgeExample> examples) {
        return examples.stream().map(EdgeExample::label).toList();
    }

    private static Map<String, Tensor> start(EdgeInputs inputs, int labels, int width, long seed) {
        int d = inputs.width();
        int spans = inputs.vectors().size();
        Map<String, Tensor> start = new LinkedHashMap<>();
        start.put(MIX, Tensor.zeros(inputs.layers()));
        start.put(GAMMA, Tensor.ones(1));
        start.put(PROJECTION, random(seed, d, width));
        start.put(ATTENTION, Tensor.zeros(width, 1));
        start.put(HIDDEN, random(seed + 1, (long) spans * width, width));
        start.put(HIDDEN_BIAS, Tensor.zeros(width));
        start.put(OUTPUT, random(seed + 2, width, labels));
        start.put(OUTPUT_BIAS, Tensor.zeros(labels));
        return start;
    }

    private static Tensor random(long seed, long in, long out) {
        return Tensor.randn(seed, in, out).div(Math.sqrt(in));
    }

    private static Tensor logits(Map<String, Tensor> parameters, EdgeInputs inputs) {
        List<Tensor> pooled = new ArrayList<>();
        for (int slot = 0; slot < inputs.vectors().size(); slot++) {
            pooled.add(pooled(
                    parameters, inputs.vectors().get(slot), inputs.masks().get(slot)));
        }
        return Tensor.concat(1, pooled)
                .affine(get(parameters, HIDDEN), get(parameters, HIDDEN_BIAS))
                .relu()
                .affine(get(parameters, OUTPUT), get(parameters, OUTPUT_BIAS));
    }

    /** One vector for each span [example, width]. */
    private static Tensor pooled(Map<String, Tensor> parameters, Tensor vectors, Tensor mask) {
        Tensor shares = get(parameters, MIX).softmax(0).mul(get(parameters, GAMMA));
        Tensor mixed = vectors.mul(shares.reshape(1, -1, 1, 1)).sum(1); // [example, word, d]
        Tensor words = mixed.matMul(get(parameters, PROJECTION)); // [example, word, width]
        Tensor attention =
                words.matMul(get(parameters, ATTENTION)).squeeze(-1).add(mask).softmax(-1);
        return words.mul(attention.unsqueeze(-1)).sum(1);
    }

    private static Tensor get(Map<String, Tensor> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    /** The labels that it tells apart. */
    public List<String> labels() {
        return labels;
    }

    /** The share s_l of each layer in the mix; together 1. */
    public double[] mix() {
        try (Scope scope = Scope.open()) {
            return get(parameters, MIX).softmax(0).toDoubleArray();
        }
    }

    /** Σ l · s_l: the layer about which the mix is centred, counted from 0 (Tenney et al. 2019, arXiv 1905.05950). */
    public double centreOfGravity() {
        double[] mix = mix();
        return IntStream.range(0, mix.length).mapToDouble(l -> l * mix[l]).sum();
    }

    /** The scores of each label, before the softmax [example, label]. */
    public Tensor logits(List<EdgeExample> examples) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            return scope.keep(logits(parameters, EdgeInputs.of(examples)));
        }
    }

    /** The likeliest label of each example. */
    public List<String> predict(List<EdgeExample> examples) {
        try (Scope scope = Scope.open()) {
            return likeliest(logits(examples));
        }
    }

    private List<String> likeliest(Tensor logits) {
        return LongStream.of(logits.argMax(1).toLongArray())
                .mapToObj(i -> labels.get((int) i))
                .toList();
    }

    /** The share of examples whose likeliest label is theirs. */
    public double accuracy(List<EdgeExample> examples) {
        try (Scope scope = Scope.open()) {
            return accuracy(EdgeInputs.of(examples), own(examples));
        }
    }

    double accuracy(EdgeInputs inputs, List<String> own) {
        List<String> predicted;
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            predicted = likeliest(logits(parameters, inputs));
        }
        return IntStream.range(0, own.size())
                        .filter(i -> predicted.get(i).equals(own.get(i)))
                        .count()
                / (double) own.size();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "EdgeProbe[layers=%d, centre of gravity %.2f, labels=%s]",
                mix().length,
                centreOfGravity(),
                labels);
    }
}
