package practicum.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.hook.Site;
import practicum.hook.Target;
import practicum.tensor.GradMode;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * A metric of many runs in each of which one part has changed, but only some others notice: the change reaches the
 * receivers directly, through the stream, while all attention and all MLPs in between write what they write in the base
 * run. From the receivers on everything follows as usual.
 *
 * <p>{@link #metrics} computes all senders in one batch; {@link #metricsOneByOne} makes two whole runs for each.
 */
public final class PathSweep {
    private static final long ENOUGH_BYTES = 512L << 20;
    private static final Set<HookPoint> SENDERS = Set.of(
            HookPoint.RESID_PRE,
            HookPoint.Z,
            HookPoint.ATTN_OUT,
            HookPoint.RESID_MID,
            HookPoint.MLP_POST,
            HookPoint.MLP_OUT);
    private static final Set<HookPoint> RECEIVERS =
            Set.of(HookPoint.Q_INPUT, HookPoint.K_INPUT, HookPoint.V_INPUT, HookPoint.MLP_IN, HookPoint.RESID_POST);

    private final Transformer model;
    private final Tokens tokens;
    private final Metric metric;
    private final List<Site> receivers;
    private final boolean throughMlps;

    private PathSweep(Transformer model, Tokens tokens, Metric metric, List<Site> receivers, boolean throughMlps) {
        this.model = model;
        this.tokens = tokens;
        this.metric = metric;
        this.receivers = receivers;
        this.throughMlps = throughMlps;
    }

    /**
     * Paths to receivers.
     *
     * @param receivers what heads read ({@code Hook.qInput(5).head(1)} and its like), what an MLP reads
     *     ({@code Hook.mlpIn(5)}), or the stream after the last block ({@code Hook.residPost(last)}); at some positions if
     *     they say so
     * @throws HookException if a receiver is none of these
     */
    public static PathSweep of(Transformer model, Tokens tokens, Metric metric, Target... receivers) {
        if (receivers.length == 0) {
            throw new ModelException("Name at least one receiver, such as Hook.qInput(5).head(1).");
        }
        List<Site> sites = new ArrayList<>();
        for (Target receiver : receivers) {
            sites.add(required(receiver.site(), model.config()));
        }
        return new PathSweep(model, tokens, metric, List.copyOf(sites), false);
    }

    private static Site required(Site receiver, ModelConfig config) {
        Hook hook = receiver.hook();
        config.require(hook);
        boolean isEnd = hook.point() != HookPoint.RESID_POST || hook.layer() == config.nLayers() - 1;
        if (!RECEIVERS.contains(hook.point()) || !isEnd || receiver.indices().containsKey("batch")) {
            throw new HookException("\"" + receiver + "\" cannot receive: paths end at Hook.qInput, kInput, vInput or"
                    + " mlpIn of a layer, or at Hook.residPost(" + (config.nLayers() - 1) + ").");
        }
        return receiver;
    }

    /** The same, but MLPs in between react to the change: only attention is held (Wang et al. 2022). */
    public PathSweep throughMlps() {
        return new PathSweep(model, tokens, metric, receivers, true);
    }

    /** The metric of the base run [batch]. */
    public Tensor base() {
        return Sweep.of(model, tokens, metric).base();
    }

    // ---------------------------------------------------------------- all at once

    /**
     * The metric when each of the senders has changed [sender, batch].
     *
     * @param senders changes at one hook of a block each: what heads, attention or an MLP write, neurons, or the stream
     * @param progress told how many more are done
     * @throws HookException if the change of a sender is anywhere else
     */
    public Tensor metrics(List<Intervention> senders, IntConsumer progress) {
        requireSenders(senders);
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            PathBase base = PathBase.of(model, tokens, metric, senders);
            List<Integer> order = IntStream.range(0, senders.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(
                            i -> senders.get(i).site().hook().layer()))
                    .toList();
            Tensor[] metrics = new Tensor[senders.size()];
            int most = atOnce();
            for (int from = 0; from < order.size(); from += most) {
                List<Integer> chunk = order.subList(from, Math.min(order.size(), from + most));
                try (Scope inner = Scope.open()) {
                    List<Intervention> some = chunk.stream().map(senders::get).toList();
                    Tensor found = new PathBatch(base, receivers, throughMlps, some).metrics(metric);
                    for (int i = 0; i < chunk.size(); i++) {
                        metrics[chunk.get(i)] = inner.keep(found.select(0, i));
                    }
                }
                progress.accept(chunk.size());
            }
            return scope.keep(Tensor.stack(0, List.of(metrics)).named("sender", "batch"));
        }
    }

    private int atOnce() {
        ModelConfig c = model.config();
        long heads = (long) c.dHead() * (c.nHeads() + 2 * c.nKvHeads());
        long row = (10L + receivers.size()) * c.dModel() + 3 * heads + 4L * c.dMlp();
        long attention = 4L * c.nHeads() * tokens.length() * tokens.length();
        long logits = 3L * metric.positions(tokens.length()).length * c.dVocab();
        long one = Float.BYTES * tokens.batch() * Math.max(row * tokens.length() + attention, logits);
        long room = (NativeMemory.budgetBytes() - NativeMemory.liveBytes()) / 4;
        return (int) Math.max(1, Math.min(ENOUGH_BYTES, room) / one);
    }

    private void requireSenders(List<Intervention> senders) {
        if (senders == null || senders.isEmpty() || senders.stream().anyMatch(Objects::isNull)) {
            throw new ModelException(
                    "Paths need at least one sender, and none of them may be null; got " + senders + ".");
        }
        for (Intervention sender : senders) {
            Hook hook = sender.site().hook();
            model.config().require(hook);
            if (!SENDERS.contains(hook.point())) {
                throw new HookException("\"" + sender + "\" cannot send: paths begin at one of " + SENDERS + ".");
            }
        }
        Intervention.requireOrigins(senders, model.anatomy());
    }

    // ---------------------------------------------------------------- one by one

    /** The same by the plain way: for each sender a run with all in between frozen, and a run with what receivers got. */
    public Tensor metricsOneByOne(List<Intervention> senders, IntConsumer progress) {
        requireSenders(senders);
        Run base = model.run(tokens);
        List<Tensor> metrics = new ArrayList<>();
        try (Scope scope = Scope.open()) {
            for (Intervention sender : senders) {
                try (Scope each = Scope.open()) {
                    metrics.add(each.keep(metric.of(received(sent(base, sender)))));
                }
                progress.accept(1);
            }
            return scope.keep(Tensor.stack(0, metrics).named("sender", "batch"));
        }
    }

    private Run sent(Run base, Intervention sender) {
        Hook hook = sender.site().hook();
        List<Intervention> changes = new ArrayList<>(List.of(held(sender)));
        boolean atMlp = hook.point() == HookPoint.MLP_OUT || hook.point() == HookPoint.MLP_POST;
        boolean beforeAttention = hook.point() == HookPoint.RESID_PRE;
        for (int l = hook.layer(); l < model.config().nLayers(); l++) {
            if (l > hook.layer() || beforeAttention) {
                changes.add(Hook.attnOut(l).freeze(base));
            }
            if (model.config().dMlp() > 0 && !throughMlps && (l > hook.layer() || !atMlp)) {
                changes.add(Hook.mlpOut(l).freeze(base));
            }
        }
        Hook[] hooks = receivers.stream().map(Site::hook).distinct().toArray(Hook[]::new);
        return model.run(tokens, Recording.of(hooks), changes.toArray(Intervention[]::new));
    }

    private static Intervention held(Intervention change) {
        return change.ifDifferent();
    }

    private Run received(Run sent) {
        return model.run(
                tokens,
                Recording.none(),
                receivers.stream().map(site -> site.freeze(sent)).toArray(Intervention[]::new));
    }
}
