package practicum.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private double seconds;

    private Training(Recipe recipe, Objective objective, AdamW optimiser, List<Float> losses, double seconds) {
        this.recipe = recipe;
        this.objective = objective;
        this.optimiser = optimiser;
        this.losses = new ArrayList<>(losses);
        this.seconds = seconds;
    }

    /** A training that has not made a step. */
    public static Training begin(Recipe recipe, Objective objective, Map<String, Tensor> initial) {
        return new Training(recipe, objective, new AdamW(recipe.optimiser(), initial), List.of(), 0);
    }

    /** The training that a checkpoint interrupted. */
    public static Training resume(Recipe recipe, Objective objective, Checkpoint checkpoint) {
        AdamW optimiser = new AdamW(
                recipe.optimiser(),
                checkpoint.parameters(),
                checkpoint.means(),
                checkpoint.squares(),
                checkpoint.losses().size());
        return new Training(recipe, objective, optimiser, checkpoint.losses(), checkpoint.seconds());
    }

    /** Makes one step and returns its loss, in nats. */
    public float step() {
        long start = System.nanoTime();
        Threads.use(recipe.threads());
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Map<String, Tensor> parameters = optimiser.parameters();
            Tensor loss = objective.loss(parameters, done());
            List<Tensor> gradients = Autograd.grad(loss, List.copyOf(parameters.values()));
            float value = loss.item();
            if (!Float.isFinite(value)) {
                throw new TrainingException("The loss of step " + done() + " is " + value
                        + ". Lower the learning rate, or look for an infinity in the data.");
            }
            optimiser.step(gradients, recipe.rate(done()));
            losses.add(value);
            seconds += (System.nanoTime() - start) / 1e9;
            return value;
        }
    }

    /** Steps made. */
    public int done() {
        return losses.size();
    }

    /** Whether every step of the recipe has been made. */
    public boolean isFinished() {
        return done() >= recipe.steps();
    }

    /** The loss of each step, in nats. */
    public List<Float> losses() {
        return List.copyOf(losses);
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
        return new Checkpoint(optimiser.parameters(), optimiser.means(), optimiser.squares(), losses(), seconds);
    }
}
