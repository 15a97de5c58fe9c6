package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.Gradients;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.progress.Progress;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * The straight line from what flows through some hooks in the base run to what flows there in the source run, all hooks
 * at once, and gradients along it. Steps are rows of one batch, or of a few where memory is short.
 *
 * @param base where it begins: the base run, with the hooks recorded
 * @param source where it ends
 * @param hooks where values move along the line
 * @param steps how many places on it
 */
record StraightPath(RunPair pair, Run base, Run source, List<Hook> hooks, int steps, PathRule rule) {
    /** More than fits in this makes steps no faster. */
    private static final long ENOUGH_BYTES = 1L << 30;

    StraightPath {
        if (steps < 1) {
            throw new ModelException("A path needs at least one step, got " + steps + ".");
        }
    }

    /**
     * Sums along the path of what is made of the gradients.
     *
     * @param at hooks that gradients are taken with respect to
     * @param reading makes tensors of the gradients of some steps [step · batch, ..] and of what each of those steps counts
     *     [step]; they are added up over all steps
     */
    List<Tensor> sums(List<Hook> at, BiFunction<Gradients, Tensor, List<Tensor>> reading) {
        double[] places = rule.places(steps);
        double[] weights = rule.weights(steps);
        int atOnce = stepsAtOnce();
        List<Tensor> sums = List.of();
        try (Progress progress = Progress.start("Gradients along a path", steps)) {
            for (int from = 0; from < steps; from += atOnce) {
                int to = Math.min(steps, from + atOnce);
                try (Scope scope = Scope.open()) {
                    Intervention[] changes = changes(Arrays.copyOfRange(places, from, to));
                    Gradients gradients = pair.model()
                            .differentiate(pair.base().repeated(to - from))
                            .with(changes)
                            .gradients(pair.metric().ofCopies(pair.base().batch()), at);
                    List<Tensor> parts = reading.apply(gradients, Tensor.of(Arrays.copyOfRange(weights, from, to)));
                    sums = added(sums, parts);
                    sums.forEach(scope::keep);
                }
                progress.advance(to - from);
            }
        }
        return sums;
    }

    private static List<Tensor> added(List<Tensor> sums, List<Tensor> parts) {
        return sums.isEmpty()
                ? parts
                : IntStream.range(0, parts.size())
                        .mapToObj(i -> sums.get(i).add(parts.get(i)))
                        .toList();
    }

    private int stepsAtOnce() {
        long one = 2 * pair.model().differentiate(pair.base()).bytes();
        long room = (NativeMemory.budgetBytes() - NativeMemory.liveBytes()) / 2;
        return (int) Math.max(1, Math.min(steps, Math.min(ENOUGH_BYTES, room) / one));
    }

    /** The metric for each prompt at the end of the path less that at its beginning [batch]. */
    Tensor difference() {
        Run end = pair.model().run(pair.base(), Recording.none(), changes(new double[] {1}));
        return pair.metric().of(end).sub(pair.metric().of(base));
    }

    private Intervention[] changes(double[] places) {
        List<Intervention> changes = new ArrayList<>();
        boolean overridden = hooks.contains(Hook.residPre(0));
        pair.baseChanges().stream()
                .filter(c -> c.site().hook().layer() >= 0 || !overridden)
                .forEach(changes::add);
        for (Hook hook : hooks) {
            Tensor values = between(base.get(hook), source.get(hook), places);
            changes.add(new Intervention(hook.site(), "move", x -> x.mul(0).add(values)).ifDifferent());
        }
        return changes.toArray(Intervention[]::new);
    }

    /** [place · batch, ..] */
    private static Tensor between(Tensor base, Tensor source, double[] places) {
        Tensor step = source.sub(base);
        List<Tensor> values = new ArrayList<>();
        for (double place : places) {
            values.add(place == 0 ? base : place == 1 ? source : step.mul(place).add(base));
        }
        return Tensor.concat(0, values);
    }

    /** The sum over steps [batch, ..] of values [step · batch, ..], each times what its step counts. */
    static Tensor weighted(Tensor values, Tensor weights) {
        int steps = weights.size(0);
        long[] shape = values.shape();
        shape[0] /= steps;
        return weights.unsqueeze(0).matMul(values.reshape(steps, -1)).reshape(shape);
    }
}
