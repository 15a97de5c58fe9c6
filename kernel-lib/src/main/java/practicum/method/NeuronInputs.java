package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import practicum.hook.HookPoint;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * What makes a neuron active: its pre-activation as a sum over what has been written into the stream, with the scale of
 * the normalisation held at what it was in the run. A head with a large share looks up in the context what the neuron
 * turns into a next token.
 *
 * <p>The shares, with that of all constants, {@code bias}, sum to {@code hook_pre}. A share is a correlation until the
 * head is taken out: it is what the head writes towards the neuron, not what the neuron would do without it.
 *
 * <p>Source: Neo, Cohen and Barez 2024, "Interpreting Context Look-ups in Transformers", arXiv 2402.15055.
 */
public final class NeuronInputs {
    private static final int SHOWN = 16;

    private final Neuron neuron;
    private final List<String> labels;
    private final Tensor values;

    private NeuronInputs(Neuron neuron, List<String> labels, Tensor values) {
        this.neuron = neuron;
        this.labels = List.copyOf(labels);
        this.values = values;
    }

    /**
     * The inputs of a neuron in a run that recorded everything.
     *
     * @throws ModelException if the neuron does not read a stream that is a sum, or is gated
     */
    public static NeuronInputs of(Run run, Neuron neuron) {
        ModelConfig c = run.model().config();
        requireReadable(c, neuron);
        int layer = neuron.layer();
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            ResidualStack before = Decomposition.heads(run, layer);
            Parts parts = new Parts();
            parts.addAll(before.labels(), before.values());
            WrittenBy.heads(run, layer, parts);
            StreamNorm norm = StreamNorm.of(run, HookPoint.LN2_SCALE, layer, "blocks." + layer + ".ln2");
            Tensor key = run.model().W_in(layer).select(1, neuron.index()); // [d_model]
            Tensor shares = parts.values()
                    .mul(norm.before(key))
                    .sum(-1)
                    .div(norm.scale().squeeze(-1)); // [part, batch, pos]
            List<String> labels = new ArrayList<>(parts.labels());
            labels.add("bias");
            Tensor bias = Tensor.zeros(1, shares.size(1), shares.size(2)).add(constant(run, norm, key, neuron));
            Tensor all = Tensor.concat(0, List.of(shares, bias)).named("part", "batch", "pos");
            return new NeuronInputs(neuron, labels, scope.keep(all));
        }
    }

    private static double constant(Run run, StreamNorm norm, Tensor key, Neuron neuron) {
        Tensor shift = norm.shift();
        double fromNorm = shift == null ? 0 : shift.mul(key).sum().item();
        boolean biased = run.model().config().mlp().bias();
        return fromNorm + (biased ? run.model().b_in(neuron.layer()).item(neuron.index()) : 0);
    }

    private static void requireReadable(ModelConfig c, Neuron neuron) {
        if (neuron.layer() >= c.nLayers() || neuron.index() >= c.dMlp()) {
            throw new ModelException("There is no neuron " + neuron + ": \"" + c.name() + "\" has "
                    + (c.dMlp() == 0 ? "no MLPs." : "L0N0 to L" + (c.nLayers() - 1) + "N" + (c.dMlp() - 1) + "."));
        }
        if (!c.computes(HookPoint.RESID_MID) || !c.computes(HookPoint.LN2_SCALE)) {
            throw new ModelException(
                    "The MLPs of \"" + c.name() + "\" do not read the stream behind attention through a"
                            + " normalisation of their own, so that what they read cannot be shared out here.");
        }
    }

    /** The neuron. */
    public Neuron neuron() {
        return neuron;
    }

    /** The names of the parts: {@code embed}, {@code L0H0}, {@code 0_mlp_out} … {@code bias}. */
    public List<String> labels() {
        return labels;
    }

    /** Each part's share [part, batch, pos]. */
    public Tensor values() {
        return values;
    }

    /** All shares together: the pre-activation [batch, pos]. */
    public Tensor sum() {
        return values.sum(0);
    }

    /** Each part's share at a position, in the mean over prompts; −1 is the last position. */
    public double[] at(int position) {
        return values.select(2, position).mean(1).toDoubleArray();
    }

    /** One head's share at the last position, in the mean over prompts. */
    public double head(int layer, int head) {
        int at = labels.indexOf("L" + layer + "H" + head);
        if (at < 0) {
            throw new ModelException("L" + layer + "H" + head + " writes nothing that " + neuron
                    + " could read; what does" + " is " + labels + ".");
        }
        return at(-1)[at];
    }

    /** The largest shares at the last position, in the mean over prompts, in the model's order. */
    public Figure plot() {
        double[] shares = at(-1);
        float[] sizes = new float[shares.length];
        IntStream.range(0, shares.length).forEach(i -> sizes[i] = (float) Math.abs(shares[i]));
        int[] shown = IntStream.of(ValueVectors.highest(sizes, SHOWN)).sorted().toArray();
        return Plot.bars(
                        IntStream.of(shown).mapToObj(labels::get).toList(),
                        IntStream.of(shown).mapToDouble(i -> shares[i]).toArray())
                .titled("What makes " + neuron + " active");
    }

    @Override
    public String toString() {
        return "NeuronInputs[" + neuron + ", " + labels.size() + " parts]";
    }
}
