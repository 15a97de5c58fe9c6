package practicum.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.tensor.Threads;

/** A training under way: the parameters, the optimiser's memory, and the loss of every step so far. */
public final class Training {
    private final Recipe recipe;
    private final Objective objective;
    private final AdamW optimiser;
    private final List<Float> losses;
    private final List<LossCurve.HeldOut> heldOut;
    private double seconds;

    private Training(Recipe recipe, Objective objective, AdamW optimiser, LossCurve curve, double seconds) {
        this.recipe = recipe;
        this.objective = objective;
        this.optimiser = optimiser;
        this.losses = new ArrayList<>(curve.losses());
        this.heldOut = new ArrayList<>(curve.heldOut());
        this.seconds = seconds;
    }

    /** A training that has not made a step. */
    public static Training begin(Recipe recipe, Objective objective, Map<String, Tensor> initial) {
        AdamW optimiser = new AdamW(recipe.optimiser(), initial, decays(recipe, initial));
        return new Training(recipe, objective, optimiser, new LossCurve(List.of(), List.of()), 0);
    }

    /** The training that a checkpoint interrupted. */
    public static Training resume(Recipe recipe, Objective objective, Checkpoint checkpoint) {
        AdamW optimiser = new AdamW(
                recipe.optimiser(),
                decays(recipe, checkpoint.parameters()),
                checkpoint.parameters(),
                checkpoint.means(),
                checkpoint.squares(),
                checkpoint.curve().losses().size());
        return new Training(recipe, objective, optimiser, checkpoint.curve(), checkpoint.seconds());
    }

    private static Predicate<String> decays(Recipe recipe, Map<String, Tensor> parameters) {
        return recipe.decaying().isEmpty() ? AdamW.matrices(parameters) : recipe.decays();
    }

    /**
     * Makes one step and returns its loss: the mean over its batches.
     *
     * @throws TrainingException if the loss or the gradient is not finite
     */
    public float step() {
        long start = System.nanoTime();
        Threads.use(recipe.threads());
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Slope slope = slope(done() * recipe.accumulate());
            for (int i = 1; i < recipe.accumulate(); i++) {
                slope = slope.plus(slope(done() * recipe.accumulate() + i));
            }
            slope = recipe.accumulate() == 1 ? slope : slope.over(recipe.accumulate());
            requireFinite("loss", slope.loss());
            requireFinite("gradient's length", optimiser.step(slope.gradients(), recipe.rate(done())));
            if (recipe.sparsity() != null) {
                recipe.sparsity().apply(optimiser.parameters(), done(), recipe.steps());
            }
            losses.add(slope.loss());
            seconds += (System.nanoTime() - start) / 1e9;
            return slope.loss();
        }
    }

    /** A loss and its gradients with respect to the parameters, in order. */
    private record Slope(float loss, List<Tensor> gradients) {
        Slope plus(Slope other) {
            return new Slope(
                    loss + other.loss,
                    IntStream.range(0, gradients.size())
                            .mapToObj(i -> gradients.get(i).add(other.gradients.get(i)))
                            .toList());
        }

        Slope over(int count) {
            return new Slope(
                    loss / count,
                    gradients.stream().map(g -> g.mul(1.0 / count)).toList());
        }
    }

    private Slope slope(int batch) {
        try (Scope scope = Scope.open()) {
            Map<String, Tensor> parameters = optimiser.parameters();
            Tensor loss = objective.loss(parameters, batch);
            List<Tensor> gradients = Autograd.grad(loss, List.copyOf(parameters.values()));
            gradients.forEach(scope::keep);
            return new Slope(loss.item(), gradients);
        }
    }

    private void requireFinite(String what, float value) {
        if (!Float.isFinite(value)) {
            throw new TrainingException("The " + what + " of step " + done() + " is " + value
                    + ". Lower the learning rate, or look for an infinity in the data.");
        }
    }

    /** Adds a loss on held-out data to the curve. */
    void measured(double loss) {
        heldOut.add(new LossCurve.HeldOut(done(), loss));
    }

    List<LossCurve.HeldOut> heldOut() {
        return heldOut;
    }

    /** Steps made. */
    public int done() {
        return losses.size();
    }

    /** Whether every step of the recipe has been made. */
    public boolean isFinished() {
        return done() >= recipe.steps();
    }

    /** How the loss fell so far. */
    public LossCurve curve() {
        return new LossCurve(losses, heldOut);
    }

    /** Time spent in steps. */
    public double seconds() {
        return seconds;
    }

    /** The mean loss of the last steps, at most {@code count} of them. */
    public double recentLoss(int count) {
        return losses.subList(Math.max(0, losses.size() - count), losses.size()).stream()
                .mapToDouble(Float::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** The parameters as they are now; later steps change them. */
    public Map<String, Tensor> parameters() {
        return optimiser.parameters();
    }

    /** Everything that is needed to go on later. */
    public Checkpoint checkpoint() {
        return new Checkpoint(optimiser.parameters(), optimiser.means(), optimiser.squares(), curve(), seconds);
    }
}
