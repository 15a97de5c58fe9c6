package practicum.method;

import java.util.List;
import java.util.Map;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.train.Recipe;
import practicum.train.Trainer;

/**
 * A classifier of vectors with one hidden layer of ReLUs. It reads more than a {@link LinearProbe} and learns more by
 * heart, so that it is often less selective (Hewitt and Liang 2019, arXiv 1909.03368): see {@link ControlTask}.
 */
public final class MlpProbe implements Probe {
    private final List<String> labels;
    private final Tensor mean; // [d]
    private final Tensor deviation; // [d]
    private final Net net;

    private MlpProbe(List<String> labels, Tensor mean, Tensor deviation, Net net) {
        this.labels = labels;
        this.mean = mean;
        this.deviation = deviation;
        this.net = net;
    }

    /**
     * Trains a probe, with progress, on vectors that are scaled to unit variance first.
     *
     * @param labels all that it is to tell apart, whether or not they are among the words
     * @param hidden units of the hidden layer
     * @param recipe how; a batch is of words, drawn at random
     * @throws practicum.model.ModelException if there are fewer than two labels, or a word's is not among them
     */
    public static MlpProbe train(LabelledWords words, List<String> labels, int hidden, Recipe recipe) {
        NetConfig config = NetConfig.dense("a probe", words.vectors().size(1), labels.size(), hidden);
        try (Scope scope = Scope.open()) {
            ScaledWords scaled = ScaledWords.of(words, labels);
            Map<String, Tensor> found = Trainer.of(
                            recipe, scaled.objective(recipe, (parameters, vectors) -> new Net(config, parameters)
                                    .logits(vectors)))
                    .named("a probe with a hidden layer")
                    .run(Net.initial(config, recipe.seed()).parameters())
                    .parameters();
            found.values().forEach(scope::keep);
            return new MlpProbe(
                    List.copyOf(labels),
                    scope.keep(scaled.mean()),
                    scope.keep(scaled.deviation()),
                    new Net(config, found));
        }
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    /** The net, which reads vectors of mean 0 and variance 1 in every dimension. */
    public Net net() {
        return net;
    }

    @Override
    public Tensor logits(Tensor vectors) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            return scope.keep(net.logits(vectors.sub(mean).div(deviation)));
        }
    }

    @Override
    public String toString() {
        return "MlpProbe[d=" + mean.size(0) + ", hidden="
                + net.config().hidden().get(0) + ", labels=" + labels + "]";
    }
}
