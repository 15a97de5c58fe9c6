package practicum.method;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * What an MLP adds at one position, as a sum over its neurons: each adds its value vector times its activation, a
 * <em>sub-update</em>. Its strength is its length, |m_i|·‖v_i‖; a few of hundreds mostly outweigh the rest.
 *
 * <p>Source: Geva, Caciularu, Wang and Goldberg 2022, "Transformer Feed-Forward Layers Build Predictions by Promoting
 * Concepts in the Vocabulary Space", arXiv 2203.14680.
 */
public final class SubUpdates {
    private final ValueVectors values;
    private final int layer;
    private final int position;
    private final Tensor active;
    private final float[] strengths;

    private SubUpdates(ValueVectors values, int layer, int position, Tensor active, float[] strengths) {
        this.values = values;
        this.layer = layer;
        this.position = position;
        this.active = active;
        this.strengths = strengths;
    }

    /**
     * The sub-updates in a run of one prompt.
     *
     * @param position −1 is the last
     */
    public static SubUpdates of(Run run, int layer, int position) {
        if (run.tokens().batch() != 1) {
            throw new ModelException("Sub-updates are those of one prompt, but this run has "
                    + run.tokens().batch() + ".");
        }
        int n = run.tokens().length();
        int at = position < 0 ? position + n : position;
        if (at < 0 || at >= n) {
            throw new ModelException("There is no position " + position + " in a prompt of " + n + " tokens: give 0 to "
                    + (n - 1) + ", or −1 for the last.");
        }
        ValueVectors values = ValueVectors.of(run.model());
        values.requireLayer(layer);
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor active = run.get(Hook.mlpPost(layer)).get(0, at);
            Tensor lengths = run.model().W_out(layer).norm(1);
            float[] strengths = active.abs().mul(lengths).toFloatArray();
            return new SubUpdates(values, layer, at, scope.keep(active.named("d_mlp")), strengths);
        }
    }

    /** Each neuron's activation [d_mlp]. */
    public Tensor activations() {
        return active;
    }

    /** Each sub-update's length [d_mlp]. */
    public Tensor strengths() {
        return Tensor.of(strengths).named("d_mlp");
    }

    /** The neurons of the longest sub-updates, the longest first. */
    public List<Neuron> dominant(int count) {
        return IntStream.of(ValueVectors.highest(strengths, count))
                .mapToObj(i -> new Neuron(layer, i))
                .toList();
    }

    /** How much of the sum of all lengths the longest have, from 0 to 1. */
    public double share(int count) {
        double all = 0;
        for (float strength : strengths) {
            all += strength;
        }
        double first = 0;
        for (int i : ValueVectors.highest(strengths, count)) {
            first += strengths[i];
        }
        return all == 0 ? 0 : first / all;
    }

    /** What each sub-update adds to a token's logit, before the final normalisation divides by the stream's length [d_mlp]. */
    public Tensor towards(String... tokens) {
        if (tokens.length == 0) {
            throw new ModelException("Name at least one token.");
        }
        int[] ids = Arrays.stream(tokens)
                .mapToInt(t -> Math.toIntExact(values.model().tokenizer().id(t)))
                .toArray();
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor logits = values.logits(layer);
            Tensor relative = logits.take(1, ids).mean(1).sub(logits.mean(1));
            return scope.keep(active.mul(relative).named("d_mlp"));
        }
    }

    /** The neurons whose sub-updates raise some tokens most, over the mean of all tokens; the first first. */
    public List<Neuron> promoting(int count, String... tokens) {
        try (Scope scope = Scope.open()) {
            return IntStream.of(ValueVectors.highest(towards(tokens).toFloatArray(), count))
                    .mapToObj(i -> new Neuron(layer, i))
                    .toList();
        }
    }

    /** Some of these sub-updates times a factor: 0 takes them out. */
    public Intervention scaled(double factor, List<Neuron> neurons) {
        for (Neuron neuron : neurons) {
            if (neuron.layer() != layer) {
                throw new ModelException(neuron + " is not of layer " + layer + ", whose sub-updates these are.");
            }
        }
        int[] indices = neurons.stream().mapToInt(Neuron::index).toArray();
        return Hook.mlpPost(layer).at(position).neuron(indices).scale(factor);
    }

    /** The longest sub-updates, each with the tokens that it promotes. */
    public Figure plot(int count) {
        List<Neuron> shown = dominant(count);
        return Plot.bars(
                        shown.stream()
                                .map(n -> n.label() + ": " + String.join(", ", values.promoted(n, 3)))
                                .toList(),
                        shown.stream().mapToDouble(n -> strengths[n.index()]).toArray())
                .titled("The longest sub-updates of layer " + layer);
    }

    @Override
    public String toString() {
        return "SubUpdates[layer " + layer + ", position " + position + ", " + dominant(3) + " …]";
    }
}
