package practicum.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import practicum.tensor.Tensor;

/**
 * Prompts as token ids: a batch of rows of one length, shorter ones padded on the left.
 *
 * <p>Padding is never attended to and takes no position, so that a row of a batch gives what it gives alone.
 */
public final class Tokens {
    private final long[][] ids;
    private final int[] padding;
    private final List<List<String>> labels;
    private final long[][] types;

    private Tokens(long[][] ids, int[] padding, List<List<String>> labels) {
        this(ids, padding, labels, new long[ids.length][ids[0].length]);
    }

    private Tokens(long[][] ids, int[] padding, List<List<String>> labels, long[][] types) {
        this.ids = ids;
        this.padding = padding;
        this.labels = labels;
        this.types = types;
    }

    /** Rows of ids with the label of each token; shorter rows are padded on the left with {@code padId}. */
    static Tokens padded(List<long[]> rows, List<List<String>> rowLabels, long padId) {
        if (rows.isEmpty()) {
            throw new TokenException("There is nothing to run: no prompt was given. Give at least one.");
        }
        int length = rows.stream().mapToInt(r -> r.length).max().orElse(0);
        if (rows.stream().anyMatch(r -> r.length == 0) || length == 0) {
            throw new TokenException("There is nothing to run: "
                    + (length == 0 ? "every prompt is empty" : "one of the prompts is empty")
                    + ". Give at least one token, for example the one that begins a sequence: withBos(Bos.ALWAYS).");
        }
        long[][] ids = new long[rows.size()][];
        int[] padding = new int[rows.size()];
        List<List<String>> labels = new ArrayList<>();
        for (int r = 0; r < ids.length; r++) {
            long[] row = rows.get(r);
            int pads = length - row.length;
            padding[r] = pads;
            ids[r] = LongStream.concat(LongStream.generate(() -> padId).limit(pads), Arrays.stream(row))
                    .toArray();
            labels.add(Stream.concat(Stream.generate(() -> "·").limit(pads), rowLabels.get(r).stream())
                    .toList());
        }
        return new Tokens(ids, padding, labels);
    }

    /** Rows of raw ids, labelled by their numbers, shorter ones padded: for models without a tokenizer. */
    public static Tokens ofIds(long[]... rows) {
        requireRows(rows);
        return padded(List.of(rows), numbered(rows), 0);
    }

    /** Rows of raw ids of one length, the first {@code padding[r]} of row r being padding. */
    public static Tokens ofPaddedIds(long[][] rows, int[] padding) {
        requireRows(rows);
        if (rows.length == 0 || padding == null || padding.length != rows.length) {
            throw new TokenException("Give at least one row of ids, and for each how many of them are padding; got "
                    + rows.length + " rows and padding for " + (padding == null ? 0 : padding.length) + ".");
        }
        int length = rows[0].length;
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != length || padding[r] < 0 || padding[r] >= length) {
                throw new TokenException("Row " + r + " has " + rows[r].length + " ids of which " + padding[r]
                        + " are padding; every row needs " + length + " ids and at least one that is not padding.");
            }
        }
        return new Tokens(rows.clone(), padding.clone(), numbered(rows));
    }

    private static void requireRows(long[][] rows) {
        if (rows == null || Arrays.asList(rows).contains(null)) {
            throw new TokenException("A row of ids is null; give an array of ids for each prompt.");
        }
    }

    private static List<List<String>> numbered(long[][] rows) {
        return Arrays.stream(rows)
                .map(r -> Arrays.stream(r).mapToObj(Long::toString).toList())
                .toList();
    }

    /**
     * These tokens with the kind of sentence that each belongs to, for BERT: 0 for the first, 1 for the second.
     *
     * @param rows one kind for each id, padding included
     */
    public Tokens withTypes(long[]... rows) {
        for (int r = 0; r < ids.length; r++) {
            if (rows.length != ids.length || rows[r].length != length()) {
                throw new TokenException("Kinds of sentence are needed for " + batch() + " × " + length()
                        + " tokens; give a row of " + length() + " for each prompt.");
            }
        }
        return new Tokens(
                ids, padding, labels, Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new));
    }

    /** These rows {@code times} times, one copy after the other. */
    public Tokens repeated(int times) {
        if (times < 1) {
            throw new TokenException("Prompts can be repeated once or more, not " + times + " times.");
        }
        int[] rows = IntStream.range(0, times * batch()).map(r -> r % batch()).toArray();
        return new Tokens(
                IntStream.of(rows).mapToObj(r -> ids[r]).toArray(long[][]::new),
                IntStream.of(rows).map(r -> padding[r]).toArray(),
                IntStream.of(rows).mapToObj(labels::get).toList(),
                IntStream.of(rows).mapToObj(r -> types[r]).toArray(long[][]::new));
    }

    /** The number of rows. */
    public int batch() {
        return ids.length;
    }

    /** The number of positions, padding included. */
    public int length() {
        return ids[0].length;
    }

    /** The ids of a row, padding included. */
    public long[] row(int row) {
        return ids[existing(row)].clone();
    }

    /** How many positions at the start of a row are padding. */
    public int padding(int row) {
        return padding[existing(row)];
    }

    /** Whether any row is padded. */
    public boolean isPadded() {
        return IntStream.of(padding).anyMatch(p -> p > 0);
    }

    /** What each token of a row looks like. */
    public List<String> labels(int row) {
        return labels.get(existing(row));
    }

    private int existing(int row) {
        if (row < 0 || row >= batch()) {
            throw new TokenException("There is no prompt " + row + ": there are prompts 0 to " + (batch() - 1) + ".");
        }
        return row;
    }

    /**
     * The position of a token in the only prompt, such as {@code " Mary"}.
     *
     * @param label as {@link #labels()} shows it; if none is just that, spaces around it do not count
     * @throws TokenException if it is not there, or there more than once: then give its row and count
     */
    public int position(String label) {
        if (batch() != 1) {
            throw new TokenException(
                    "position(label) is for one prompt, but there are " + batch() + "; use positions(row, label).");
        }
        int[] found = positions(0, label);
        if (found.length > 1) {
            throw new TokenException("\"" + label + "\" is at the positions " + Arrays.toString(found) + " of \"" + this
                    + "\"; use positions(0, label) and choose.");
        }
        return found[0];
    }

    /**
     * All positions of a token in a prompt, the first one first; padding is counted.
     *
     * @throws TokenException if it is nowhere
     */
    public int[] positions(int row, String label) {
        List<String> all = labels(row);
        int[] exact = positionsWhere(all, l -> l.equals(label));
        int[] found =
                exact.length > 0 ? exact : positionsWhere(all, l -> l.strip().equals(label.strip()));
        if (found.length == 0) {
            throw new TokenException("No token is \"" + label + "\"; the tokens are " + all + ".");
        }
        return found;
    }

    private static int[] positionsWhere(List<String> all, Predicate<String> wanted) {
        return IntStream.range(0, all.size())
                .filter(p -> wanted.test(all.get(p)))
                .toArray();
    }

    /** What each token looks like, for a single prompt. */
    public List<String> labels() {
        return labels.get(0);
    }

    /** The ids as an int64 tensor [batch, pos]. */
    public Tensor ids() {
        long[] flat = Arrays.stream(ids).flatMapToLong(Arrays::stream).toArray();
        return Tensor.of(flat, batch(), length()).named("batch", "pos");
    }

    /** The kind of sentence of each token, int64 [batch, pos]: 0 unless said otherwise. */
    public Tensor types() {
        long[] flat = Arrays.stream(types).flatMapToLong(Arrays::stream).toArray();
        return Tensor.of(flat, batch(), length());
    }

    /** The kind of sentence of each token of a row, padding included: 0 unless said otherwise. */
    public long[] types(int row) {
        return types[existing(row)].clone();
    }

    /** The position of each token counted from its row's first real token, int64 [batch, pos]; padding has 0. */
    public Tensor positions() {
        long[] flat = new long[batch() * length()];
        for (int r = 0; r < batch(); r++) {
            for (int p = 0; p < length(); p++) {
                flat[r * length() + p] = Math.max(0, p - padding[r]);
            }
        }
        return Tensor.of(flat, batch(), length());
    }

    /** These tokens with one more at the end of each row. */
    public Tokens append(long[] nextIds, List<String> nextLabels) {
        if (nextIds.length != batch() || nextLabels.size() != batch()) {
            throw new TokenException(batch() + " prompts go on by an id and a label each, got " + nextIds.length
                    + " ids and " + nextLabels.size() + " labels.");
        }
        long[][] longer = new long[batch()][];
        List<List<String>> longerLabels = new ArrayList<>();
        for (int r = 0; r < longer.length; r++) {
            longer[r] = Arrays.copyOf(ids[r], length() + 1);
            longer[r][length()] = nextIds[r];
            longerLabels.add(Stream.concat(labels.get(r).stream(), Stream.of(nextLabels.get(r)))
                    .toList());
        }
        return new Tokens(longer, padding, longerLabels);
    }

    /** The tokens of the only row, or of each row on a line of its own. */
    @Override
    public String toString() {
        return String.join("\n", labels.stream().map(l -> String.join("|", l)).toList());
    }
}
