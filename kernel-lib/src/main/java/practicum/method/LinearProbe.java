package practicum.method;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.train.Recipe;
import practicum.train.Trainer;

/**
 * A linear classifier of vectors: the softmax of h W + b (Alain and Bengio 2016, arXiv 1610.01644). What it tells can be
 * read off by a linear map; whether the model uses it, a probe cannot say. A probe may also learn the labels by heart:
 * see {@link ControlTask}.
 */
public final class LinearProbe implements Probe {
    private static final String WEIGHT = "W";
    private static final String BIAS = "b";

    private final List<String> labels;
    private final Tensor weight;
    private final Tensor bias;

    private LinearProbe(List<String> labels, Tensor weight, Tensor bias) {
        this.labels = labels;
        this.weight = weight;
        this.bias = bias;
    }

    /**
     * Trains a probe of the words' own labels, with progress.
     *
     * @param recipe how; a batch is of words, drawn at random
     * @throws practicum.model.ModelException if all labels are the same
     */
    public static LinearProbe train(LabelledWords words, Recipe recipe) {
        return train(words, List.copyOf(new TreeSet<>(words.labels())), recipe);
    }

    /**
     * Trains a probe, with progress, on vectors that are scaled to unit variance first, so that a recipe fits hooks of any
     * size; the scale is put into the weights afterwards.
     *
     * @param labels all that it is to tell apart, whether or not they are among the words
     * @param recipe how; a batch is of words, drawn at random
     * @throws practicum.model.ModelException if there are fewer than two labels, or a word's is not among them
     */
    public static LinearProbe train(LabelledWords words, List<String> labels, Recipe recipe) {
        try (Scope scope = Scope.open()) {
            ScaledWords scaled = ScaledWords.of(words, labels);
            Map<String, Tensor> start = Map.of(
                    WEIGHT, Tensor.zeros(scaled.vectors().size(1), labels.size()), BIAS, Tensor.zeros(labels.size()));
            Map<String, Tensor> found = Trainer.of(
                            recipe,
                            scaled.objective(
                                    recipe,
                                    (parameters, vectors) ->
                                            vectors.affine(get(parameters, WEIGHT), get(parameters, BIAS))))
                    .named("a linear probe")
                    .run(start)
                    .parameters();
            Tensor weight = get(found, WEIGHT).div(scaled.deviation().unsqueeze(1));
            Tensor shift = scaled.mean().unsqueeze(0).matMul(weight).squeeze(0);
            return new LinearProbe(
                    List.copyOf(labels),
                    scope.keep(weight),
                    scope.keep(get(found, BIAS).sub(shift)));
        }
    }

    private static Tensor get(Map<String, Tensor> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    @Override
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

    @Override
    public Tensor logits(Tensor vectors) {
        try (GradMode off = GradMode.off()) {
            return vectors.affine(weight, bias);
        }
    }

    @Override
    public String toString() {
        return "LinearProbe[d=" + weight.size(0) + ", labels=" + labels + "]";
    }
}
