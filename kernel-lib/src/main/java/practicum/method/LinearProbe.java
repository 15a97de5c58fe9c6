package practicum.method;

import java.util.List;
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
 * A linear classifier of vectors: the softmax of h W + b (Alain and Bengio 2016, arXiv 1610.01644). What it tells can be
 * read off by a linear map; whether the model uses it, a probe cannot say. A probe may also learn the labels by heart:
 * see {@link ControlTask}.
 */
public final class LinearProbe {
    private static final String WEIGHT = "W";
    private static final String BIAS = "b";
    private static final double SMALLEST = 1e-12;

    private final List<String> labels;
    private final Tensor weight;
    private final Tensor bias;

    private LinearProbe(List<String> labels, Tensor weight, Tensor bias) {
        this.labels = labels;
        this.weight = weight;
        this.bias = bias;
    }

    /**
     * Trains a probe, with progress, on vectors that are scaled to unit variance first, so that a recipe fits hooks of any
     * size; the scale is put into the weights afterwards.
     *
     * @param recipe how; a batch is of words, drawn at random
     * @throws ModelException if all labels are the same
     */
    public static LinearProbe train(LabelledWords words, Recipe recipe) {
        List<String> labels = List.copyOf(new TreeSet<>(words.labels()));
        if (labels.size() < 2) {
            throw new ModelException("Every word has the label " + labels
                    + ": there is nothing to tell apart. Give at least two labels.");
        }
        try (Scope scope = Scope.open()) {
            Tensor mean = words.vectors().mean(0);
            Tensor deviation = words.vectors().variance(0).add(SMALLEST).sqrt();
            Tensor scaled = words.vectors().sub(mean).div(deviation);
            Tensor targets =
                    Tensor.of(words.labels().stream().mapToLong(labels::indexOf).toArray());
            Map<String, Tensor> found = Trainer.of(
                            recipe, (parameters, batch) -> loss(parameters, scaled, targets, batch, recipe))
                    .named("a linear probe")
                    .run(Map.of(WEIGHT, Tensor.zeros(scaled.size(1), labels.size()), BIAS, Tensor.zeros(labels.size())))
                    .parameters();
            Tensor weight = get(found, WEIGHT).div(deviation.unsqueeze(1));
            Tensor bias = get(found, BIAS).sub(mean.unsqueeze(0).matMul(weight).squeeze(0));
            return new LinearProbe(labels, scope.keep(weight), scope.keep(bias));
        }
    }

    private static Tensor loss(
            Map<String, Tensor> parameters, Tensor vectors, Tensor targets, int batch, Recipe recipe) {
        int[] rows = Seeds.random(recipe.seed() * 1_000_003 + batch)
                .ints(recipe.batch(), 0, vectors.size(0))
                .toArray();
        Tensor logits = vectors.take(0, rows).affine(get(parameters, WEIGHT), get(parameters, BIAS));
        return NetObjective.loss(logits, targets.take(0, rows));
    }

    private static Tensor get(Map<String, Tensor> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    /** The labels that it tells apart, in the order of the columns of {@link #weight()}. */
    public List<String> labels() {
        return labels;
    }

    /** W [d, label]: each column is the direction of a label. */
    public Tensor weight() {
        return weight;
    }

    /** b [label]. */
    public Tensor bias() {
        return bias;
    }

    /** The scores of each label, before the softmax [n, label]. */
    public Tensor logits(Tensor vectors) {
        try (GradMode off = GradMode.off()) {
            return vectors.affine(weight, bias);
        }
    }

    /** The likeliest label of each vector. */
    public List<String> predict(Tensor vectors) {
        try (Scope scope = Scope.open()) {
            return LongStream.of(logits(vectors).argMax(1).toLongArray())
                    .mapToObj(i -> labels.get((int) i))
                    .toList();
        }
    }

    /** The share of words whose likeliest label is theirs. */
    public double accuracy(LabelledWords words) {
        List<String> predicted = predict(words.vectors());
        return IntStream.range(0, words.size())
                        .filter(i -> predicted.get(i).equals(words.labels().get(i)))
                        .count()
                / (double) words.size();
    }

    @Override
    public String toString() {
        return "LinearProbe[d=" + weight.size(0) + ", labels=" + labels + "]";
    }
}
