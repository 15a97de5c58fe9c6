package practicum.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Hook;
import practicum.hook.HookPoint;

/**
 * Where the values at hooks lie in memory. Several hooks may see one piece of memory: the stream after a block is the
 * stream before the next.
 */
final class RunStorage {
    private final ModelConfig config;
    private final long rows;
    private final long positions;

    RunStorage(ModelConfig config, long rows, long positions) {
        this.config = config;
        this.rows = rows;
        this.positions = positions;
    }

    /** Bytes that recording these hooks holds, each piece of memory counted once. */
    long bytes(Iterable<Hook> hooks) {
        Map<Object, Long> pieces = new HashMap<>();
        hooks.forEach(hook -> pieces.put(piece(hook), bytes(hook)));
        return pieces.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Bytes of the piece of memory that a hook sees. */
    long bytes(Hook hook) {
        return Float.BYTES * rows * positions * numbers(hook.point());
    }

    /** What stands for the piece of memory: hooks that see the same have the same. */
    private Object piece(Hook hook) {
        int l = hook.layer();
        boolean residual = config.layout() == BlockLayout.RESIDUAL;
        return switch (hook.point()) {
            case RESID_PRE, ATTN_IN, Q_INPUT, K_INPUT, V_INPUT -> stream(l);
            case FULL_EMBED -> stream(0);
            case RESID_POST -> residual ? hook : stream(l + 1);
            case NORMALIZED_RESID_POST -> stream(l + 1);
            case LN2_NORMALIZED -> residual ? stream(l + 1) : hook;
            case MLP_IN ->
                config.layout().isParallel()
                        ? stream(l)
                        : new Hook(residual ? HookPoint.LN1_NORMALIZED : HookPoint.RESID_MID, l);
            case LN1_POST_NORMALIZED -> new Hook(HookPoint.ATTN_OUT, l);
            case LN2_POST_NORMALIZED -> new Hook(HookPoint.MLP_OUT, l);
            default -> hook;
        };
    }

    private static Object stream(int layer) {
        return List.of("stream", layer);
    }

    /** Numbers for each position of each row in the piece of memory that a kind of hook sees. */
    private long numbers(HookPoint point) {
        long d = config.dHead();
        return switch (point) {
            case Q, ROT_Q, Z -> d * config.nHeads();
            case K, V, ROT_K -> d * config.nKvHeads();
            case ATTN_SCORES, PATTERN -> config.nHeads() * positions;
            case RESULT -> (long) config.nHeads() * config.dModel();
            case MLP_PRE, MLP_PRE_LINEAR, MLP_POST -> config.dMlp();
            case LN1_SCALE, LN2_SCALE, LN1_POST_SCALE, LN2_POST_SCALE, LN_FINAL_SCALE -> 1;
            default -> config.dModel();
        };
    }
}
