package practicum.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The largest numbers of a map from tokens to tokens, such as {@link Circuits#fullOv}: the shortest description that a
 * head's weights give of themselves. The map is never built: its rows come in blocks.
 *
 * <p>Source: Dar, Geva, Gupta and Berant 2022, "Analyzing Transformers in Embedding Space", arXiv 2209.02535; as the
 * salient operations of a head, Elhelo and Geva 2024, arXiv 2412.11965.
 */
public final class TokenPairs {
    private static final int BLOCK = 4_000_000;

    private final List<TokenPair> pairs;

    private TokenPairs(List<TokenPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /**
     * The largest numbers, the highest first.
     *
     * @param model whose tokens the rows and columns are
     * @param map [d_vocab, d_vocab]
     * @param count how many pairs
     */
    public static TokenPairs largest(Transformer model, FactoredMatrix map, int count) {
        return of(model, map, count, false);
    }

    /** The largest numbers outside the diagonal: not what a token does to itself. */
    public static TokenPairs largestOfDifferent(Transformer model, FactoredMatrix map, int count) {
        return of(model, map, count, true);
    }

    private static TokenPairs of(Transformer model, FactoredMatrix map, int count, boolean different) {
        int words = model.config().dVocab();
        if (map.rows() != words || map.columns() != words || map.a().rank() != 2) {
            throw new ModelException("A map of \"" + model.config().name() + "\" from token to token is [" + words
                    + ", " + words + "], but this is " + map + ". See Circuits.fullOv and Circuits.fullQk.");
        }
        if (count < 1) {
            throw new ModelException("Ask for at least 1 pair; got " + count + ".");
        }
        PriorityQueue<Entry> kept = new PriorityQueue<>(Entry.ORDER);
        int step = Math.max(1, BLOCK / words);
        try (GradMode off = GradMode.off();
                Progress progress = Progress.start("Searching pairs of tokens", words)) {
            for (int from = 0; from < words; from += step) {
                int to = Math.min(words, from + step);
                collect(map, from, to, count, different, kept);
                progress.advance(to - from);
            }
        }
        return new TokenPairs(kept.stream()
                .sorted(Entry.ORDER.reversed())
                .map(e -> new TokenPair(model.label(e.row), model.label(e.column), e.value))
                .toList());
    }

    private record Entry(int row, int column, float value) {
        /** The first to go comes first; of equal ones, those that stand last. */
        static final Comparator<Entry> ORDER = Comparator.comparingDouble(Entry::value)
                .thenComparing(Comparator.comparingInt(Entry::row).reversed())
                .thenComparing(Comparator.comparingInt(Entry::column).reversed());
    }

    private static void collect(
            FactoredMatrix map, int from, int to, int count, boolean different, PriorityQueue<Entry> kept) {
        try (Scope scope = Scope.open()) {
            float[] block = map.a().narrow(0, from, to).matMul(map.b()).toFloatArray();
            int columns = map.columns();
            for (int i = 0; i < block.length; i++) {
                if (kept.size() == count && !(block[i] > kept.element().value)) {
                    continue; // most are not worth an object
                }
                Entry entry = new Entry(from + i / columns, i % columns, block[i]);
                if (!different || entry.row != entry.column) {
                    kept.add(entry);
                    if (kept.size() > count) {
                        kept.remove();
                    }
                }
            }
        }
    }

    /** The pairs, the highest first. */
    public List<TokenPair> pairs() {
        return pairs;
    }

    /** One row per pair. */
    public Table table() {
        List<Float> values = new ArrayList<>();
        pairs.forEach(pair -> values.add(pair.value()));
        return Table.create("pairs")
                .addColumns(
                        StringColumn.create("from", pairs.stream().map(TokenPair::from)),
                        StringColumn.create("to", pairs.stream().map(TokenPair::to)),
                        FloatColumn.create("value", values.toArray(Float[]::new)));
    }

    @Override
    public String toString() {
        return String.join(
                ", ", pairs.stream().map(p -> p.from() + " → " + p.to()).toList());
    }
}
