package practicum.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * The positions that pass through a model at once: all of a prompt, or those from {@code start} on where the earlier
 * ones have passed already. It knows where each stands and what each may see.
 */
final class Passage implements Positions {
    /**
     * What a hidden score becomes: whatever it was, it is too small to be seen beside this. Not −∞: a padding position,
     * which may see nothing, would give NaN.
     */
    static final double HIDDEN = -1e30;

    private final ModelConfig config;
    private final Tokens tokens;
    private final int start;
    private final @Nullable KeyValueCache cache;
    private final Map<Integer, Tensor> hiddenByWindow = new HashMap<>();
    private final Map<Rotary, RotaryTable> tables = new HashMap<>();

    /** All positions of prompts. */
    Passage(ModelConfig config, Tokens tokens) {
        this(config, tokens, 0, null);
    }

    /** The positions from {@code start} on; the keys and values of those before are in the cache. */
    Passage(ModelConfig config, Tokens tokens, int start, @Nullable KeyValueCache cache) {
        this.config = config;
        this.tokens = tokens;
        this.start = start;
        this.cache = cache;
        config.window().forEach(w -> hiddenByWindow.computeIfAbsent(w, this::mask));
        config.attention().rotary().forEach(r -> tables.computeIfAbsent(r, t -> RotaryTable.of(t, tokens, start)));
    }

    int start() {
        return start;
    }

    int length() {
        return tokens.length() - start;
    }

    /** The ids that pass, int64 [b, p]. */
    Tensor ids() {
        return tail(tokens.ids());
    }

    /** Where each stands in its row, int64 [b, p]. */
    Tensor positions() {
        return tail(tokens.positions());
    }

    /** The kind of sentence each belongs to, int64 [b, p]. */
    Tensor types() {
        return tail(tokens.types());
    }

    private Tensor tail(Tensor all) {
        return start == 0 ? all : all.narrow(1, start, tokens.length());
    }

    @Override
    public Tensor queries(Tensor rows) {
        return rows;
    }

    @Override
    public KeyValueCache.Entry seen(int layer, Tensor keys, Tensor values) {
        return cache == null ? new KeyValueCache.Entry(keys, values) : cache.extend(layer, keys, values);
    }

    @Override
    public Tensor rows(Tensor mixed) {
        return mixed;
    }

    @Override
    public Tensor hide(int layer, Tensor scores) {
        Tensor hidden = hidden(layer);
        return hidden == null ? scores : scores.add(hidden);
    }

    /** What hides scores when it is added to them [b or 1, 1, p, k]; null where none is hidden. */
    @Nullable
    Tensor hidden(int layer) {
        return hiddenByWindow.get(config.window().get(layer));
    }

    @Override
    public Tensor turn(int layer, Tensor heads) {
        Rotary rotary = config.attention().rotary().get(layer);
        RotaryTable table = table(rotary);
        return heads.rotate(table.cos(), table.sin(), rotary.interleaved());
    }

    /** The angles [b or 1, p, 1, dims] of each position. */
    RotaryTable table(Rotary rotary) {
        return Objects.requireNonNull(tables.get(rotary), "no such rotary positions");
    }

    /** {@link #HIDDEN} at keys that are later, too far back, or padding, else 0; null where nothing is hidden. */
    private @Nullable Tensor mask(int window) {
        int rows = tokens.isPadded() ? tokens.batch() : 1;
        int n = tokens.length();
        float[] mask = new float[rows * length() * n];
        boolean any = false;
        for (int r = 0; r < rows; r++) {
            for (int q = start; q < n; q++) {
                int at = (r * length() + q - start) * n;
                for (int k = 0; k < n; k++) {
                    if (!sees(q, k, window) || k < tokens.padding(r)) {
                        mask[at + k] = (float) HIDDEN;
                        any = true;
                    }
                }
            }
        }
        return any ? Tensor.of(mask, rows, 1, length(), n) : null;
    }

    private boolean sees(int query, int key, int window) {
        boolean near = window == 0 || Math.abs(query - key) < window;
        return near && (key <= query || !config.attention().causal());
    }
}
