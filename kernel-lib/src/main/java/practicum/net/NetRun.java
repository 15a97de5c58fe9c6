package practicum.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import practicum.hook.Activations;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.Origin;
import practicum.model.Receipts;
import practicum.model.Recording;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import tech.tablesaw.api.Table;

/** What a net made of a batch of inputs: its outputs, and what was recorded on the way. A value: nothing changes it. */
public final class NetRun implements Activations {
    private final Net net;
    private final Tensor logits;
    private final Recording recording;
    private final Map<Hook, Tensor> recorded;
    private final Receipts receipts;

    NetRun(Net net, Tensor logits, Recording recording, Map<Hook, Tensor> recorded, Receipts receipts) {
        this.net = net;
        this.logits = logits;
        this.recording = recording;
        this.recorded = recorded;
        this.receipts = receipts;
    }

    /** One run of what passed in parts. */
    static NetRun joined(List<NetRun> parts) {
        NetRun first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        Map<Hook, Tensor> recorded = new LinkedHashMap<>();
        for (Hook hook : first.hooks()) {
            recorded.put(
                    hook,
                    joined(hook, parts.stream().map(part -> part.get(hook)).toList()));
        }
        Tensor logits = Tensor.concat(0, parts.stream().map(NetRun::logits).toList());
        return new NetRun(first.net, logits.named("batch", "output"), first.recording, recorded, first.receipts);
    }

    static Tensor joined(Hook hook, List<Tensor> parts) {
        Tensor whole = parts.size() == 1 ? parts.get(0) : Tensor.concat(0, parts);
        return whole.named(hook.point().axes().toArray(String[]::new));
    }

    /** This run, without the graph that gradients were taken through. */
    NetRun detached() {
        Map<Hook, Tensor> values = new LinkedHashMap<>();
        recorded.forEach((hook, value) -> values.put(hook, value.detach()));
        return new NetRun(net, logits.detach(), recording, values, receipts);
    }

    NetRun kept(Scope scope) {
        scope.keep(logits);
        recorded.values().forEach(scope::keep);
        return this;
    }

    /** The net that ran. */
    public Net net() {
        return net;
    }

    /** Its outputs before any softmax [batch, output]. */
    public Tensor logits() {
        return logits;
    }

    /** Probabilities [batch, output]: of the classes, or of "yes" where there is one output. */
    public Tensor probs() {
        return logits.size(1) == 1 ? logits.sigmoid().named("batch", "output") : logits.softmax(-1);
    }

    /** For each input the class whose output is largest; where there is one output, 1 if it is positive and else 0. */
    public int[] predictions() {
        float[][] rows = logits.toMatrix();
        int[] predictions = new int[rows.length];
        for (int r = 0; r < rows.length; r++) {
            predictions[r] = rows[r].length == 1 ? (rows[r][0] > 0 ? 1 : 0) : largest(rows[r]);
        }
        return predictions;
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    @Override
    public Tensor get(Hook hook) {
        if (!recorded.containsKey(hook)) {
            net.config().require(hook);
            throw new HookException(hook + " was not recorded: this run kept " + recording.description()
                    + ". Ask for it with net.run(inputs, Recording.of(" + hook.point() + ")).");
        }
        return Objects.requireNonNull(recorded.get(hook));
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(net.origin());
    }

    /** The hooks that were recorded, in the order of the forward pass. */
    public List<Hook> hooks() {
        return List.copyOf(recorded.keySet());
    }

    /** What each intervention did: the largest change it made to any number at its hook. */
    public Table receipts() {
        return receipts.table();
    }

    @Override
    public String toString() {
        return "NetRun[" + net.config().name() + ", " + logits.size(0) + " inputs, " + recorded.size()
                + " hooks recorded, " + receipts.largestChange().size() + " interventions]";
    }
}
