package practicum.model;

import static practicum.hook.HookPoint.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.hook.Site;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Some senders' changes going along their paths together: first through the stream to the receivers, with what every part
 * writes held, then on from the receivers through the model. A row for each sender and prompt, a sender's prompts
 * together; rows of senders that come later are the base run's until then.
 */
final class PathBatch {
    private final PathBase base;
    private final List<Site> receivers;
    private final boolean throughMlps;
    private final List<Intervention> senders;
    private final ModelConfig config;
    private final Weights weights;
    private final Tap silent;
    private final Blocks blocks;
    private final int batch;
    private final Map<Site, Tensor> received = new LinkedHashMap<>();

    /** @param senders in the order of their layers */
    PathBatch(PathBase base, List<Site> receivers, boolean throughMlps, List<Intervention> senders) {
        this.base = base;
        this.receivers = receivers;
        this.throughMlps = throughMlps;
        this.senders = senders;
        config = base.run().model().config();
        weights = base.run().model().weights();
        silent = Tap.silent(config);
        blocks = new Blocks(
                config, weights, silent, new Passage(config, base.run().tokens()));
        batch = base.run().tokens().batch();
    }

    /** The metric of each sender [sender, batch]. */
    Tensor metrics(Metric metric) {
        toReceivers();
        Tensor stream = fromReceivers();
        int[] positions = metric.positions(base.run().tokens().length());
        Transformer model = base.run().model();
        Tensor logits = model.unembed(model.lnFinal(stream.take(1, positions)));
        List<Tensor> metrics = new ArrayList<>();
        for (int s = 0; s < senders.size(); s++) {
            metrics.add(metric.of(rows(logits, s, s + 1)));
        }
        return Tensor.stack(0, metrics);
    }

    // ---------------------------------------------------------------- from senders to receivers

    private void toReceivers() {
        int first = senders.get(0).site().hook().layer();
        Tensor stream = copies(base.stream(first), senders.size());
        for (int l = first; l < config.nLayers(); l++) {
            try (Scope scope = Scope.open()) {
                stream = scope.keep(heldBlock(l, stream));
                received.values().forEach(scope::keep);
            }
        }
        int last = config.nLayers() - 1;
        for (Site receiver : receivers) {
            if (receiver.hook().equals(Hook.residPost(last))) {
                received.put(receiver, stream);
            }
        }
    }

    /** The stream after a block that writes what it writes in the base run, but for what senders in it change. */
    private Tensor heldBlock(int l, Tensor stream) {
        Tensor pre = sent(l, RESID_PRE, stream, x -> x);
        receiveHeads(l, pre);
        Tensor held = copies(base.run().get(Hook.attnOut(l)), senders.size());
        Tensor attended = sent(l, Z, held, z -> blocks.attention().written(l, z));
        Tensor sum = pre.add(sent(l, ATTN_OUT, attended, x -> x));
        if (config.dMlp() == 0) {
            return sum;
        }
        boolean parallel = config.layout().isParallel();
        Tensor mid = parallel ? sum : blocks.mid(l, sent(l, RESID_MID, sum, x -> x));
        Tensor in = parallel ? pre : mid;
        receive(l, MLP_IN, in);
        Tensor byNeurons =
                sent(l, MLP_POST, mlpOut(l, in, pre), x -> blocks.mlp().written(l, x));
        return blocks.afterMlp(l, mid, sent(l, MLP_OUT, byNeurons, x -> x));
    }

    /** What the MLP writes: where it may react, it is computed for the senders that something has changed for. */
    private Tensor mlpOut(int l, Tensor in, Tensor pre) {
        Tensor held = base.run().get(Hook.mlpOut(l));
        int changed = throughMlps
                ? (int) senders.stream()
                        .filter(s -> s.site().hook().layer() <= l)
                        .count()
                : 0;
        if (changed == 0) {
            return copies(held, senders.size());
        }
        Tensor own = blocks.mlp().out(l, rows(in, 0, changed), blocks.read(l, rows(pre, 0, changed)));
        int rest = senders.size() - changed;
        return rest == 0 ? own : Tensor.concat(0, List.of(own, copies(held, rest)));
    }

    /** Values [sender · batch, ..] with what the senders at a hook have changed put in. */
    private Tensor sent(int l, HookPoint point, Tensor values, UnaryOperator<Tensor> written) {
        Hook hook = new Hook(point, l);
        if (senders.stream().noneMatch(s -> s.site().hook().equals(hook))) {
            return values;
        }
        List<Tensor> parts = new ArrayList<>();
        for (int s = 0; s < senders.size(); s++) {
            Intervention sender = senders.get(s);
            parts.add(
                    sender.site().hook().equals(hook)
                            ? written.apply(sender.apply(base.run().get(hook)))
                            : rows(values, s, s + 1));
        }
        return Tensor.concat(0, parts);
    }

    private void receiveHeads(int l, Tensor pre) {
        boolean any = receivers.stream()
                .anyMatch(r -> r.hook().layer() == l
                        && r.hook().point().onRequest()
                        && r.hook().point() != MLP_IN);
        if (any) {
            Projection projected = Projection.of(config, weights.block(l), silent, l, pre, blocks.read(l, pre));
            receive(l, Q_INPUT, projected.q());
            receive(l, K_INPUT, projected.k());
            receive(l, V_INPUT, projected.v());
        }
    }

    private void receive(int l, HookPoint point, Tensor value) {
        receivers.stream().filter(r -> r.hook().equals(new Hook(point, l))).forEach(r -> received.put(r, value));
    }

    // ---------------------------------------------------------------- from receivers on

    /** The stream after the last block [sender · batch, n, d_model]. */
    private Tensor fromReceivers() {
        List<Intervention> inBlocks = new ArrayList<>();
        List<Intervention> atEnd = new ArrayList<>();
        received.forEach((site, value) -> (site.hook().point() == RESID_POST ? atEnd : inBlocks)
                .add(new Intervention(asRead(site), "receive", x -> value).ifDifferent()));
        int layers = config.nLayers();
        int first =
                inBlocks.stream().mapToInt(i -> i.site().hook().layer()).min().orElse(layers);
        Tensor stream = copies(base.stream(first), senders.size());
        if (first < layers) {
            Tap tap = new Tap(Recording.none(), inBlocks, config);
            Passage passage = new Passage(config, base.run().tokens().repeated(senders.size()));
            stream = new Blocks(config, weights, tap, passage).through(first, layers, stream);
        }
        for (Intervention change : atEnd) {
            stream = change.apply(stream);
        }
        return stream;
    }

    /** Where a receiver's value goes in: a head that reads another stream has another query, and so on. */
    private static Site asRead(Site receiver) {
        int l = receiver.hook().layer();
        Hook hook =
                switch (receiver.hook().point()) {
                    case Q_INPUT -> Hook.q(l);
                    case K_INPUT -> Hook.k(l);
                    case V_INPUT -> Hook.v(l);
                    default -> receiver.hook();
                };
        return new Site(hook, receiver.indices());
    }

    // ---------------------------------------------------------------- rows

    /** [b, ..] as often as there are senders [count · b, ..]. */
    private static Tensor copies(Tensor values, int count) {
        return Tensor.concat(0, Collections.nCopies(count, values));
    }

    private Tensor rows(Tensor values, int fromSender, int toSender) {
        return values.narrow(0, fromSender * batch, toSender * batch);
    }
}
