package practicum.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.hook.Site;
import practicum.progress.Progress;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * A Jacobian, several rows at a time: the prompt runs as many times in one batch as there are rows, and in each the
 * gradient of another number is taken.
 */
final class JacobianRows {
    private static final int MOST_ROWS = 64;

    private final Transformer model;
    private final List<Intervention> interventions;
    private final long budget;

    JacobianRows(Transformer model, List<Intervention> interventions, long budget) {
        this.model = model;
        this.interventions = interventions;
        this.budget = budget;
    }

    Tensor of(Tokens tokens, Site from, Site to) {
        requireOnePrompt(tokens, from, to);
        long perRow = GraphSize.bytes(model.config(), tokens);
        NativeMemory.require(perRow, "A Jacobian, one row at a time,");
        int atOnce = (int) Math.max(1, Math.min(MOST_ROWS, budget / perRow));
        try (Scope scope = Scope.open();
                Progress progress = Progress.start("Rows of a Jacobian", 0)) {
            List<Tensor> parts = new ArrayList<>();
            long[] toShape = {};
            long[] fromShape = {};
            int done = 0;
            int count = 1;
            while (done < count) {
                Chunk chunk = chunk(tokens, from, to, done, atOnce);
                toShape = chunk.toShape;
                fromShape = chunk.fromShape;
                count = Math.toIntExact(product(toShape));
                parts.add(chunk.rows);
                done += chunk.rows.size(0);
                progress.advance(chunk.rows.size(0));
            }
            long[] shape = LongStream.concat(Arrays.stream(toShape), Arrays.stream(fromShape))
                    .toArray();
            return scope.keep(Tensor.concat(0, parts).reshape(shape));
        }
    }

    /** Some rows [rows, number of inputs], and the shapes of the two parts without their batch axis. */
    private record Chunk(Tensor rows, long[] toShape, long[] fromShape) {}

    private Chunk chunk(Tokens tokens, Site from, Site to, int done, int atOnce) {
        Set<Hook> hooks = new LinkedHashSet<>(List.of(from.hook(), to.hook()));
        Recording recording = Recording.of(hooks.toArray(Hook[]::new));
        Tap tap = Tap.differentiated(recording, interventions, model.anatomy());
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Passage passage = new Passage(model.config(), tokens.repeated(atOnce));
            Forward forward = new Forward(model.config(), model.weights(), tap, passage);
            Tensor stream = forward.differentiableStream(GradientPass.firstLayer(List.copyOf(hooks), model.config()));
            forward.normalized(stream);
            tap.requireEffects();
            Tensor outputs = part(tap.flowed(to.hook()), to);
            long[] toShape = withoutBatch(outputs);
            int rows = (int) Math.min(atOnce, product(toShape) - done);
            Tensor flat = outputs.reshape(atOnce, -1);
            int width = flat.size(1);
            long[] diagonal =
                    LongStream.range(0, rows).map(r -> r * width + done + r).toArray();
            Tensor sum = flat.reshape(-1).take(0, Tensor.of(diagonal)).sum();
            Tensor gradient =
                    Autograd.grad(sum, List.of(tap.flowed(from.hook()))).get(0);
            Tensor inputs = part(gradient, from).narrow(0, 0, rows);
            return new Chunk(scope.keep(inputs.reshape(rows, -1)), toShape, withoutBatch(inputs));
        }
    }

    private static Tensor part(Tensor value, Site site) {
        Tensor part = value;
        for (Map.Entry<String, int[]> narrowed : site.indices().entrySet()) {
            part = part.take(site.hook().point().axes().indexOf(narrowed.getKey()), narrowed.getValue());
        }
        return part;
    }

    private static long[] withoutBatch(Tensor value) {
        return Arrays.copyOfRange(value.shape(), 1, value.rank());
    }

    private static long product(long[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static void requireOnePrompt(Tokens tokens, Site from, Site to) {
        if (tokens.batch() != 1
                || from.indices().containsKey("batch")
                || to.indices().containsKey("batch")) {
            throw new ModelException("A Jacobian is of one prompt, but there are " + tokens.batch()
                    + ", or a part of the batch is named. Take the prompts one by one.");
        }
    }
}
