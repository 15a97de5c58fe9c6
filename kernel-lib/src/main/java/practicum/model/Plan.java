package practicum.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.tensor.NativeMemory;
import practicum.token.Tokens;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a run would cost, before it is made: {@code model.plan(prompt, recording)}. */
public final class Plan {
    /** A run whose estimate is this many times smaller than what is free surely fits. */
    private static final int SURELY = 4;

    private final Transformer model;
    private final Tokens tokens;
    private final Recording recording;
    private final RunStorage storage;
    private final List<Hook> hooks;
    private volatile @Nullable PeakMemory peak;

    Plan(Transformer model, Tokens tokens, Recording recording) {
        this.model = model;
        this.tokens = tokens;
        this.recording = recording;
        storage = new RunStorage(model.config(), tokens.batch(), tokens.length());
        hooks = model.config().hooks().stream()
                .filter(h -> recording.wants().test(h))
                .toList();
    }

    /** Bytes that the run will hold as long as it lives: what is recorded, and the logits. */
    public long keptBytes() {
        return storage.bytes(hooks) + logitBytes();
    }

    /**
     * The most bytes that it will hold at once while it runs; told from three runs on short prompts, made when this is
     * first asked, and never less than what is kept.
     */
    public long peakBytes() {
        PeakMemory known = peak;
        if (known == null) {
            known = PeakMemory.of(model, recording);
            peak = known;
        }
        return Math.max(known.bytes(tokens), keptBytes());
    }

    private long logitBytes() {
        return (long) Float.BYTES
                * tokens.batch()
                * tokens.length()
                * model.config().dVocab();
    }

    /** Multiplications and additions of the matrix products. */
    public double flops() {
        ModelConfig c = model.config();
        double positions = (double) tokens.batch() * tokens.length();
        double attention = c.dModel() * (double) c.dHead() * (2.0 * c.nHeads() + 2.0 * c.nKvHeads());
        double mlp = (c.mlp().gated() ? 3.0 : 2.0) * c.dModel() * c.dMlp();
        double looking = 2.0 * c.nHeads() * c.dHead() * tokens.length();
        return 2 * positions * (c.nLayers() * (attention + mlp + looking) + (double) c.dModel() * c.dVocab());
    }

    /**
     * How long it will take, in seconds, with the threads now in use. The first call times the model on two short prompts.
     */
    public double seconds() {
        return model.pace().seconds(flops());
    }

    /** The bytes of each kind of hook that would be recorded, most first. */
    public Table table() {
        Map<HookPoint, List<Hook>> byPoint = byPoint();
        List<HookPoint> points = byBytes(byPoint);
        return Table.create(toString())
                .addColumns(
                        StringColumn.create("hook", points.stream().map(HookPoint::toString)),
                        IntColumn.create(
                                "layers",
                                points.stream()
                                        .mapToInt(p -> byPoint.getOrDefault(p, List.of())
                                                .size())
                                        .toArray()),
                        DoubleColumn.create(
                                "MB",
                                points.stream()
                                        .mapToDouble(p -> storage.bytes(byPoint.getOrDefault(p, List.of())) / 1e6)
                                        .toArray()));
    }

    private Map<HookPoint, List<Hook>> byPoint() {
        Map<HookPoint, List<Hook>> byPoint = new EnumMap<>(HookPoint.class);
        hooks.forEach(
                h -> byPoint.computeIfAbsent(h.point(), p -> new ArrayList<>()).add(h));
        return byPoint;
    }

    private List<HookPoint> byBytes(Map<HookPoint, List<Hook>> byPoint) {
        return byPoint.keySet().stream()
                .sorted(Comparator.comparingLong((HookPoint p) -> -storage.bytes(byPoint.getOrDefault(p, List.of()))))
                .toList();
    }

    /**
     * Makes sure that the run fits into the memory that is free. Where what it keeps is a small part of that, nothing
     * need be measured.
     *
     * @throws practicum.tensor.TensorException if it does not; the message names a recording that would fit
     */
    void requireFits() {
        if (keptBytes() + workingBytes() > free() / SURELY) {
            NativeMemory.require(peakBytes(), what(), this::whatWouldFit);
        }
    }

    /** Roughly what a block holds while it is computed. */
    private long workingBytes() {
        Hook[] block =
                model.config().hooks().stream().filter(h -> h.layer() == 0).toArray(Hook[]::new);
        return storage.bytes(List.of(block));
    }

    private static long free() {
        return NativeMemory.budgetBytes() - NativeMemory.liveBytes();
    }

    private String what() {
        return String.format(
                Locale.ROOT,
                "Running %d × %d tokens through \"%s\", recording %s,",
                tokens.batch(),
                tokens.length(),
                model.config().name(),
                recording.description());
    }

    private String whatWouldFit() {
        List<HookPoint> dropped = new ArrayList<>();
        for (HookPoint point : byBytes(byPoint())) {
            dropped.add(point);
            Recording smaller = Recording.allBut(dropped.toArray(HookPoint[]::new));
            long bytes = peakBytes() - keptBytes() + new Plan(model, tokens, smaller).keptBytes();
            if (bytes <= free()) {
                String names = String.join(
                        ", ", dropped.stream().map(p -> "HookPoint." + p.name()).toList());
                return "Recording.allBut(" + names + ") would need " + (bytes >> 20) + " MB.";
            }
        }
        return "Even without recording it does not fit: give fewer or shorter prompts at once.";
    }

    /** {@code 2 × 64 tokens, 47 hooks: keeps 3.1 MB, 0.4 GFLOP}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d × %d tokens, %d hooks: keeps %.1f MB, %.1f GFLOP",
                tokens.batch(),
                tokens.length(),
                hooks.size(),
                keptBytes() / 1e6,
                flops() / 1e9);
    }
}
