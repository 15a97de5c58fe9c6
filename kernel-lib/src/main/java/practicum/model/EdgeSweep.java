package practicum.model;

import static practicum.hook.HookPoint.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.tensor.GradMode;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * A metric of many runs in which some connections between parts are live and all others carry what they carry in a run on
 * other tokens.
 *
 * <p>Heads, MLPs and the unembedding read a sum of what was written before them. Here each gets a sum of its own: of the
 * writers that it is connected with, what they write in this very run; of the others, what they write in the source run.
 *
 * <p>Writers are, in this order, the embeddings, and of each block its heads (or its attention as one, where that is
 * normalised before it is written) and its MLP. Readers are, of each block, the queries of each head, keys, values, and the
 * MLP; at last the unembedding.
 */
public final class EdgeSweep {
    private static final long ENOUGH_BYTES = 256L << 20;

    private final Transformer model;
    private final Tokens base;
    private final Tokens source;
    private final Metric metric;

    private EdgeSweep(Transformer model, Tokens base, Tokens source, Metric metric) {
        this.model = model;
        this.base = base;
        this.source = source;
        this.metric = metric;
    }

    /**
     * A sweep over runs on {@code base} with connections cut to what they carry in the run on {@code source}.
     *
     * @throws ModelException if the model's parts do not add up, or the tokens have not the same shape
     */
    public static EdgeSweep of(Transformer model, Tokens base, Tokens source, Metric metric) {
        if (model.config().layout() == BlockLayout.RESIDUAL) {
            throw new ModelException(
                    "\"" + model.config().name() + "\" normalises its stream after each part, so what one"
                            + " part writes is not what another reads, and no connection can be cut by itself.");
        }
        if (base.batch() != source.batch() || base.length() != source.length()) {
            throw new ModelException("The two must have as many rows and positions; got " + base.batch() + " of "
                    + base.length() + " and " + source.batch() + " of " + source.length() + ".");
        }
        model.requireRunnable(base);
        return new EdgeSweep(model, base, source, metric);
    }

    /** The hooks that a source run needs: what is read, and what is written. */
    private Recording recording() {
        Set<HookPoint> points = EnumSet.of(RESID_PRE, RESID_POST, written());
        if (model.config().dMlp() > 0) {
            points.add(MLP_IN);
            points.add(MLP_OUT);
        }
        return Recording.of(points.toArray(HookPoint[]::new));
    }

    private HookPoint written() {
        return attentionIsOneWriter(model.config()) ? ATTN_OUT : Z;
    }

    /** Where the sum of a layer's heads is normalised before it is written, a single head writes nothing by itself. */
    public static boolean attentionIsOneWriter(ModelConfig config) {
        return config.layout() == BlockLayout.SANDWICH || config.layout() == BlockLayout.POST;
    }

    /**
     * The metric of each run [run, batch].
     *
     * @param live 1 where a reader gets what a writer writes in the run itself, 0 where it gets what it writes in the source
     *     run: [run, reader, writer], or [run, pos, reader, writer] for each position at which it is read. Where the writer
     *     comes after the reader it has no meaning.
     */
    public Tensor metrics(Tensor live) {
        return metrics(live, done -> {});
    }

    /**
     * The same.
     *
     * @param progress told how many more runs are done
     */
    public Tensor metrics(Tensor live, IntConsumer progress) {
        int positions = live.rank() == 4 ? live.size(1) : 1;
        if (live.rank() < 3 || live.rank() > 4 || positions != 1 && positions != base.length()) {
            throw new ModelException("Say of each run which connections are live, [run, reader, writer] or [run, "
                    + base.length() + " positions, reader, writer]; got " + live + ".");
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Run other = model.run(source, recording());
            Tensor masks = live.reshape(live.size(0), positions, live.size(-2), live.size(-1));
            List<Tensor> found = new ArrayList<>();
            int most = atOnce();
            for (int from = 0; from < masks.size(0); from += most) {
                int to = Math.min(masks.size(0), from + most);
                try (Scope inner = Scope.open()) {
                    found.add(inner.keep(new Batch(other, masks.narrow(0, from, to)).metrics()));
                }
                progress.accept(to - from);
            }
            return scope.keep(Tensor.concat(0, found).named("run", "batch"));
        }
    }

    private int atOnce() {
        ModelConfig c = model.config();
        int writers = 1 + c.nLayers() * (attentionIsOneWriter(c) ? 2 : c.nHeads() + 1);
        long streams = 2L * writers + 3L * (c.nHeads() + 2L * c.nKvHeads());
        long row = streams * c.dModel() + 4L * c.dMlp() + 4L * c.nHeads() * base.length();
        long logits = 3L * metric.positions(base.length()).length * c.dVocab();
        long one = Float.BYTES * (long) base.batch() * Math.max(row * base.length(), logits);
        long room = (NativeMemory.budgetBytes() - NativeMemory.liveBytes()) / 4;
        return (int) Math.max(1, Math.min(ENOUGH_BYTES, room) / one);
    }

    /** Some runs together: c run, p position, b prompt, w writer, r reader, m d_model. */
    private final class Batch {
        private final Run other;
        private final Tensor masks; // [c, p or 1, r, w]
        private final int runs;
        private final ModelConfig config = model.config();
        private final Blocks blocks;
        /** How far what each wrote is from what it writes in the source run [c, p, w, b·m]. */
        private final List<Tensor> changes = new ArrayList<>();

        private int readers;

        Batch(Run other, Tensor masks) {
            this.other = other;
            this.masks = masks;
            runs = masks.size(0);
            blocks = new Blocks(config, model.weights(), Tap.silent(config), new Passage(config, base.repeated(runs)));
        }

        /** [c, b] */
        Tensor metrics() {
            Tensor embedded = model.streamBefore(0, base);
            Tensor[] copies = new Tensor[runs];
            Arrays.fill(copies, embedded);
            wrote(
                    Tensor.concat(0, List.of(copies)).unsqueeze(2),
                    other.get(Hook.residPre(0)).unsqueeze(2));
            for (int l = 0; l < config.nLayers(); l++) {
                try (Scope scope = Scope.open()) {
                    block(l);
                    changes.forEach(scope::keep);
                }
            }
            Tensor end = read(1, other.get(Hook.residPost(config.nLayers() - 1)), changes.size())
                    .squeeze(2);
            Tensor logits = model.unembed(model.lnFinal(end.take(1, metric.positions(base.length()))));
            return metric.ofCopies(base.batch()).of(logits).reshape(runs, base.batch());
        }

        private void block(int l) {
            int before = changes.size();
            Tensor stream = other.get(Hook.residPre(l));
            Tensor z = blocks.attention()
                    .mixed(
                            l,
                            Projection.apart(
                                    config,
                                    model.weights().block(l),
                                    read(config.nHeads(), stream, before),
                                    read(config.nKvHeads(), stream, before),
                                    read(config.nKvHeads(), stream, before)));
            if (attentionIsOneWriter(config)) {
                wrote(
                        blocks.attention().written(l, z).unsqueeze(2),
                        other.get(Hook.attnOut(l)).unsqueeze(2));
            } else {
                wrote(results(l, z), results(l, other.get(Hook.z(l))));
            }
            if (config.dMlp() > 0) {
                int heard = config.layout().isParallel() ? before : changes.size();
                Tensor in = read(1, other.get(Hook.mlpIn(l)), heard).squeeze(2);
                Tensor out = blocks.mlp().out(l, in, blocks.read(l, in));
                wrote(out.unsqueeze(2), other.get(Hook.mlpOut(l)).unsqueeze(2));
            }
        }

        /** What each head adds to the stream, but for a bias that all share [.., h, m]. */
        private Tensor results(int l, Tensor z) {
            Tensor matrices =
                    model.weights().block(l).o().w().reshape(config.nHeads(), config.dHead(), config.dModel());
            return Tensor.einsum("...hd,hdm->...hm", z, matrices);
        }

        /** Notes what some parts wrote [c·b, p, w, m] where they write {@code before} [b, p, w, m] in the source run. */
        private void wrote(Tensor now, Tensor before) {
            int b = base.batch();
            int w = now.size(2);
            Tensor change = now.reshape(runs, b, base.length(), w, -1).sub(before);
            changes.add(change.permute(0, 2, 3, 1, 4).reshape(runs, base.length(), w, -1));
        }

        /**
         * What the next readers read [c·b, p, r, m].
         *
         * @param stream what they all read in the source run [b, p, m]
         * @param heard of how many groups of writers
         */
        private Tensor read(int count, Tensor stream, int heard) {
            Tensor written = Tensor.concat(2, changes.subList(0, heard)); // [c, p, w, b·m]
            Tensor mask = masks.narrow(2, readers, readers + count).narrow(3, 0, written.size(2));
            readers += count;
            int b = base.batch();
            Tensor sums = mask.expand(runs, base.length(), count, written.size(2))
                    .matMul(written)
                    .reshape(runs, base.length(), count, b, -1)
                    .permute(0, 3, 1, 2, 4); // [c, b, p, r, m]
            return sums.add(stream.unsqueeze(2)).reshape(runs * b, base.length(), count, -1);
        }
    }
}
