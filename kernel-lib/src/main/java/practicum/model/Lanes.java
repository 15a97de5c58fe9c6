package practicum.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import practicum.tensor.Tensor;

/**
 * Copies of a base run's prompts, each of which differs from it only from some position on. Only what differs is
 * computed: the stream has a row for each lane and each position from its start, lane after lane [row, d_model].
 * Attention sees the base run's keys and values at the positions before.
 *
 * <p>There is a lane for each change and prompt, the prompts of a change together.
 */
final class Lanes implements Positions {
    private final Baseline base;
    private final int[] starts;
    private final int length;
    private final int batch;
    private final Tensor prompts; // [lane] which prompt of the base it is a copy of
    private final Tensor origins; // [row] its place among the base's rows [b·n]
    private final Tensor places; // [row] its place among all positions of all lanes [lane·n]
    private final Tensor filled; // [lane·n] a row of the base's and then ours [b·n + row]
    private final Tensor asked; // [lane·n] a row of ours, any where there is none
    private final Map<Rotary, RotaryTable> tables = new HashMap<>();

    /** A lane for each of the base's prompts and each start: the first position that differs. */
    Lanes(Baseline base, List<Integer> starts) {
        this.base = base;
        this.starts = starts.stream().mapToInt(s -> s).toArray();
        batch = base.batch();
        length = base.length();
        int rows = Arrays.stream(this.starts).map(s -> length - s).sum() * batch;
        long[] origin = new long[rows];
        long[] place = new long[rows];
        long[] fill = new long[lanes() * length];
        long[] ask = new long[fill.length];
        int row = 0;
        for (int lane = 0; lane < lanes(); lane++) {
            for (int p = 0; p < length; p++) {
                int from = lane % batch * length + p;
                int to = lane * length + p;
                fill[to] = from;
                if (p >= start(lane)) {
                    origin[row] = from;
                    place[row] = to;
                    ask[to] = row;
                    fill[to] = (long) batch * length + row++;
                }
            }
        }
        prompts = Tensor.of(
                IntStream.range(0, lanes()).mapToLong(lane -> lane % batch).toArray());
        origins = Tensor.of(origin);
        places = Tensor.of(place);
        filled = Tensor.of(fill);
        asked = Tensor.of(ask);
        base.config().attention().rotary().forEach(r -> tables.computeIfAbsent(r, this::table));
    }

    int lanes() {
        return starts.length * batch;
    }

    private int start(int lane) {
        return starts[lane / batch];
    }

    /** The base's values [b, n, ..] at our rows [row, ..]. */
    Tensor ofBase(Tensor values) {
        return flat(values).take(0, origins);
    }

    /** Our rows [row, ..] out of values at all positions of all lanes [lane, n, ..]. */
    Tensor ours(Tensor values) {
        return flat(values).take(0, places);
    }

    /** The base's values [b, ..] once for each lane [lane, ..]. */
    Tensor copies(Tensor values) {
        return values.take(0, prompts);
    }

    /** Which of our rows stand at positions that the metric reads. */
    Tensor read() {
        return Tensor.of(readRows());
    }

    private long[] readRows() {
        long[] first = new long[lanes()];
        for (int lane = 1; lane < first.length; lane++) {
            first[lane] = first[lane - 1] + length - start(lane - 1);
        }
        return IntStream.range(0, lanes())
                .boxed()
                .flatMapToLong(lane -> Arrays.stream(base.positions())
                        .filter(p -> p >= start(lane))
                        .mapToLong(p -> first[lane] + p - start(lane)))
                .toArray();
    }

    /** The stream at the metric's positions [lane, positions, d_model]: rows that {@link #read} named, else the base's. */
    Tensor ends(Tensor rows) {
        int[] positions = base.positions();
        long[] from = new long[lanes() * positions.length];
        int row = 0;
        for (int i = 0; i < from.length; i++) {
            int lane = i / positions.length;
            int p = i % positions.length;
            from[i] = positions[p] >= start(lane)
                    ? (long) batch * positions.length + row++
                    : (long) lane % batch * positions.length + p;
        }
        Tensor all = Tensor.concat(0, List.of(flat(base.ends()), rows));
        return all.take(0, Tensor.of(from)).reshape(lanes(), positions.length, rows.size(1));
    }

    // ---------------------------------------------------------------- what attention asks

    @Override
    public Tensor turn(int layer, Tensor heads) {
        Rotary rotary = base.config().attention().rotary().get(layer);
        RotaryTable table = Objects.requireNonNull(tables.get(rotary), "no such rotary positions");
        return heads.rotate(table.cos(), table.sin(), rotary.interleaved());
    }

    private RotaryTable table(Rotary rotary) {
        RotaryTable table = base.passage().table(rotary);
        return new RotaryTable(angles(table.cos()), angles(table.sin()));
    }

    private Tensor angles(Tensor all) {
        return ofBase(all.expand(batch, length, 1, all.size(3)));
    }

    @Override
    public Tensor queries(Tensor rows) {
        return unflat(rows.take(0, asked));
    }

    @Override
    public KeyValueCache.Entry seen(int layer, Tensor keys, Tensor values) {
        KeyValueCache.Entry before = base.seen().get(layer);
        return new KeyValueCache.Entry(completed(before.keys(), keys), completed(before.values(), values));
    }

    private Tensor completed(Tensor before, Tensor rows) {
        return unflat(Tensor.concat(0, List.of(flat(before), rows)).take(0, filled));
    }

    @Override
    public Tensor hide(int layer, Tensor scores) {
        @Nullable Tensor hidden = base.passage().hidden(layer);
        if (hidden == null) {
            return scores;
        }
        return scores.add(hidden.size(0) == 1 ? hidden : copies(hidden));
    }

    @Override
    public Tensor rows(Tensor mixed) {
        return ours(mixed);
    }

    /** [a, n, ..] as [a·n, ..]. */
    private static Tensor flat(Tensor values) {
        long[] shape = values.shape();
        long[] flat = Arrays.copyOfRange(shape, 1, shape.length);
        flat[0] = shape[0] * shape[1];
        return values.reshape(flat);
    }

    /** [lane·n, ..] as [lane, n, ..]. */
    private Tensor unflat(Tensor values) {
        long[] shape = values.shape();
        long[] unflat = new long[shape.length + 1];
        System.arraycopy(shape, 1, unflat, 2, shape.length - 1);
        unflat[0] = lanes();
        unflat[1] = length;
        return values.reshape(unflat);
    }
}
