package practicum.model;

import static practicum.hook.HookPoint.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.tensor.Tensor;

/**
 * How lanes begin: at a hook of one block flows something else than in the base run, and this computes what follows up to
 * the end of the block. Stages before the hook are taken over from the base run; at hooks that no stage begins with, the
 * whole block is computed.
 *
 * @param base what the lanes differ from
 * @param lanes those that begin
 * @param hook where they differ
 */
record Entrance(Baseline base, Lanes lanes, Hook hook) {
    private static final Set<HookPoint> STAGES =
            EnumSet.of(RESID_PRE, Q, K, V, PATTERN, Z, ATTN_OUT, RESID_MID, MLP_POST, MLP_OUT, RESID_POST);

    /** What it needs to know of the base run besides what every lane does. */
    static Set<HookPoint> reads(HookPoint point, ModelConfig config) {
        Set<HookPoint> reads = EnumSet.of(point);
        switch (point) {
            case Q, K, V -> reads.addAll(Set.of(Q, K, V));
            case MLP_POST, MLP_OUT -> reads.add(config.layout().isParallel() ? ATTN_OUT : RESID_MID);
            default -> {}
        }
        return reads;
    }

    /** The block before which lanes that differ at a hook join the others. */
    static int block(Hook hook) {
        return hook.point() == RESID_PRE || hook.layer() < 0 ? Math.max(0, hook.layer()) : hook.layer() + 1;
    }

    /**
     * The stream [row, d_model] before the block where the lanes join the others.
     *
     * @param changed for each change, what flows at the hook in all prompts: the shape of the base's value
     */
    Tensor stream(List<Tensor> changed) {
        Tensor all = Tensor.concat(0, changed); // [lane, ..]
        if (!STAGES.contains(hook.point())) {
            return lanes.ours(wholeBlock(all));
        }
        int l = hook.layer();
        Blocks blocks = new Blocks(base.config(), base.model().weights(), Tap.silent(base.config()), lanes);
        if (hook.point() == PATTERN) {
            Tensor values = lanes.copies(base.get(V, l));
            return afterMixed(blocks, l, blocks.attention().mixed(all, values));
        }
        Tensor rows = lanes.ours(all);
        return switch (hook.point()) {
            case Q, K, V -> afterMixed(blocks, l, blocks.attention().mixed(l, projection(rows)));
            case Z -> afterMixed(blocks, l, rows);
            case ATTN_OUT -> afterAttention(blocks, l, rows);
            case RESID_MID -> {
                Tensor mid = blocks.mid(l, rows);
                yield blocks.afterMlp(l, mid, blocks.mlp().out(l, mid, mid));
            }
            case MLP_POST -> blocks.afterMlp(l, mid(blocks, l), blocks.mlp().written(l, rows));
            case MLP_OUT -> blocks.afterMlp(l, mid(blocks, l), rows);
            case RESID_POST -> blocks.afterSum(l, rows);
            default -> rows;
        };
    }

    private Projection projection(Tensor rows) {
        return new Projection(
                hook.point() == Q ? rows : before(Q),
                hook.point() == K ? rows : before(K),
                hook.point() == V ? rows : before(V));
    }

    /** The base run's value at another hook of this block, at our rows. */
    private Tensor before(HookPoint point) {
        return lanes.ofBase(base.get(point, hook.layer()));
    }

    private Tensor afterMixed(Blocks blocks, int l, Tensor mixed) {
        return afterAttention(blocks, l, blocks.attention().written(l, mixed));
    }

    private Tensor afterAttention(Blocks blocks, int l, Tensor out) {
        Tensor pre = before(RESID_PRE);
        return blocks.afterAttention(l, pre, blocks.read(l, pre), out);
    }

    private Tensor mid(Blocks blocks, int l) {
        return base.config().layout().isParallel()
                ? before(RESID_PRE).add(before(ATTN_OUT))
                : blocks.mid(l, before(RESID_MID));
    }

    /** The stream [lane, n, d_model] after the block, or after the embedding, with the values put in on the way. */
    private Tensor wholeBlock(Tensor values) {
        ModelConfig config = base.config();
        Intervention change = new Intervention(hook.site(), "sweep", x -> values).ifDifferent();
        Tap tap = new Tap(Recording.none(), List.of(change), config);
        Passage passage = new Passage(config, base.run().tokens().repeated(lanes.lanes() / base.batch()));
        if (hook.layer() < 0) {
            return new Embedding(config, base.model().weights(), tap, passage).sum(false);
        }
        Blocks blocks = new Blocks(config, base.model().weights(), tap, passage);
        return blocks.block(hook.layer(), lanes.copies(base.get(RESID_PRE, hook.layer())));
    }
}
