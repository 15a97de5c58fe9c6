package practicum.method;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.net.Net;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.train.NetObjective;
import practicum.train.Objective;
import practicum.train.Recipe;
import practicum.train.Trainer;

/**
 * The search of a {@link DistributedAlignment}. What is trained is any matrix [d, columns]; the basis is the orthonormal
 * factor of its QR decomposition, through which the gradient passes. Each variable has columns of its own, and each pair
 * interchanges those of its variable.
 */
final class AlignmentTraining implements Objective {
    private static final String FREE = "free";

    private final Net net;
    private final Hook hook;
    private final Recipe recipe;
    private final Tensor bases;
    private final Tensor sources;
    private final Tensor answers;
    private final Tensor columns;
    private final int width;

    AlignmentTraining(Net net, Hook hook, int dimensions, List<Interchanges> pairs, Recipe recipe) {
        if (pairs.isEmpty()) {
            throw new ModelException("A search needs interchanges to search with, but the list is empty.");
        }
        this.net = net;
        this.hook = hook;
        this.recipe = recipe;
        bases = joined(pairs.stream().map(Interchanges::bases).toList());
        answers = joined(pairs.stream().map(Interchanges::answers).toList());
        requireAnswerable(answers.toLongArray());
        sources = net.run(joined(pairs.stream().map(Interchanges::sources).toList()), Recording.of(hook))
                .get(hook);
        width = DistributedAlignment.variables(pairs).size() * dimensions;
        requireRoom(dimensions, DistributedAlignment.variables(pairs));
        columns = columns(pairs, dimensions);
    }

    private static Tensor joined(List<Tensor> parts) {
        return Tensor.concat(0, parts);
    }

    private void requireAnswerable(long[] given) {
        int classes = Math.max(2, net.config().outputs());
        for (long answer : given) {
            if (answer < 0 || answer >= classes) {
                throw new ModelException("The causal model answers " + answer + ", but \""
                        + net.config().name() + "\" tells apart 0 to " + (classes - 1) + ".");
            }
        }
    }

    private void requireRoom(int dimensions, List<String> variables) {
        if (sources.rank() != 2) {
            throw new ModelException("Subspaces are of vectors, but at " + hook + " flows " + sources
                    + ". Use a dense layer: Hook.flat() or Hook.layerPost(0).");
        }
        if (dimensions < 1 || width > sources.size(1)) {
            throw new ModelException("Subspaces of " + dimensions + " dimensions for each of " + variables + " are "
                    + width + " in all, but at " + hook + " there are " + sources.size(1)
                    + ". Each needs at least 1, and together at most as many as there are.");
        }
    }

    /** 1 where a column belongs to a pair's variable, else 0 [pair, column]. */
    private Tensor columns(List<Interchanges> pairs, int dimensions) {
        List<String> variables = DistributedAlignment.variables(pairs);
        float[] marks = new float[bases.size(0) * width];
        int pair = 0;
        for (Interchanges each : pairs) {
            int from = variables.indexOf(each.variable()) * dimensions;
            for (int i = 0; i < each.size(); i++, pair++) {
                Arrays.fill(marks, pair * width + from, pair * width + from + dimensions, 1);
            }
        }
        return Tensor.of(marks, bases.size(0), width);
    }

    /** The basis before the search [d, column]. */
    Tensor initial() {
        return kept(start());
    }

    /** Searches, and returns the basis [d, column]. */
    Tensor run() {
        return kept(Trainer.of(recipe, this)
                .named("an alignment of " + net.config().name())
                .run(start())
                .parameters());
    }

    private Map<String, Tensor> start() {
        return Map.of(FREE, Tensor.randn(recipe.seed(), sources.size(1), width));
    }

    private static Tensor kept(Map<String, Tensor> parameters) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            return scope.keep(basis(parameters));
        }
    }

    private static Tensor basis(Map<String, Tensor> parameters) {
        return Linalg.qr(Objects.requireNonNull(parameters.get(FREE))).q();
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int batch) {
        int[] rows = Seeds.random(recipe.seed() * 1_000_003 + batch)
                .ints(recipe.batch(), 0, bases.size(0))
                .toArray();
        Tensor basis = basis(parameters);
        Tensor there = sources.take(0, rows);
        Tensor own = columns.take(0, rows);
        Intervention exchange = hook.edit(
                        here -> here.add(there.sub(here).matMul(basis).mul(own).matMul(basis.t())))
                .ifDifferent();
        return NetObjective.loss(net.logits(bases.take(0, rows), exchange), answers.take(0, rows));
    }
}
