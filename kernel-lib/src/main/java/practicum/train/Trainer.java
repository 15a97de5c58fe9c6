package practicum.train;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.tensor.Threads;

/**
 * Trains any model, a transformer or a net, by a recipe: with progress and the time left, and where wanted with losses on
 * held-out data, checkpoints to resume from, snapshots, and an early end. A value: {@link #run} leaves it as it is.
 *
 * <pre>{@code
 * var trained = Trainer.of(Recipe.of(1, 500, 32, 3e-3), NetObjective.of(config, examples, recipe))
 *         .heldOut(50, parameters -> …)
 *         .run(Net.initial(config, 1).parameters());
 * trained.curve().plot();
 * }</pre>
 */
public final class Trainer {
    /** Steps whose mean loss is shown. */
    public static final int SMOOTHED = 100;

    private final Recipe recipe;
    private final Objective objective;
    private final String name;
    private final List<Milestone> milestones;
    private final @Nullable Checkpoints checkpoints;
    private final int patience;

    private Trainer(
            Recipe recipe,
            Objective objective,
            String name,
            List<Milestone> milestones,
            @Nullable Checkpoints checkpoints,
            int patience) {
        this.recipe = recipe;
        this.objective = objective;
        this.name = name;
        this.milestones = List.copyOf(milestones);
        this.checkpoints = checkpoints;
        this.patience = patience;
    }

    /** Trains by a recipe to make an objective small. */
    public static Trainer of(Recipe recipe, Objective objective) {
        return new Trainer(recipe, objective, "a model", List.of(), null, 0);
    }

    /** With a name to show beside the progress. */
    public Trainer named(String newName) {
        return new Trainer(recipe, objective, newName, milestones, checkpoints, patience);
    }

    /** Measures a loss on held-out data before the first step, after every so many, and at the end. */
    public Trainer heldOut(int every, ToDoubleFunction<Map<String, Tensor>> loss) {
        if (every < 1) {
            throw new TrainingException("Held-out losses are at least 1 step apart; got " + every + ".");
        }
        return with(training -> {
            if (training.done() % every == 0 || training.isFinished()) {
                try (GradMode off = GradMode.off();
                        Scope scope = Scope.open()) {
                    training.measured(loss.applyAsDouble(training.parameters()));
                }
            }
        });
    }

    /**
     * Ends when the held-out loss has not fallen below its least value for so many measurements. The parameters are those
     * of the end, not of the least loss.
     */
    public Trainer stopEarly(int measurements) {
        if (measurements < 1) {
            throw new TrainingException("An early end waits for at least 1 measurement; got " + measurements + ".");
        }
        return new Trainer(recipe, objective, name, milestones, checkpoints, measurements);
    }

    /** Writes the parameters as they are after some steps (0 for the beginning) into a folder: see {@link Snapshots}. */
    public Trainer snapshots(Path folder, List<Integer> steps) {
        return with(Snapshots.writing(folder, steps));
    }

    /** Writes a checkpoint into a folder of its own every so many steps, to {@link #resume} from. */
    public Trainer checkpoints(Path folder, int every) {
        String plan = new GsonBuilder().setPrettyPrinting().create().toJson(recipe) + "\n";
        return checkpoints(folder, every, plan);
    }

    /**
     * As {@link #checkpoints(Path, int)}, with more than the recipe that must be the same when it is resumed.
     *
     * @param plan all that the training follows from, as text
     */
    public Trainer checkpoints(Path folder, int every, String plan) {
        Checkpoints where = new Checkpoints(folder, every, plan);
        return new Trainer(recipe, objective, name, milestones, where, patience);
    }

    private Trainer with(Milestone milestone) {
        List<Milestone> more = new ArrayList<>(milestones);
        more.add(milestone);
        return new Trainer(recipe, objective, name, more, checkpoints, patience);
    }

    /**
     * Trains from the beginning.
     *
     * @param initial the parameters to begin with, which are left as they are
     * @throws TrainingException if the checkpoints' folder holds an interrupted training, or a loss is not finite
     */
    public Trained run(Map<String, Tensor> initial) {
        if (checkpoints != null) {
            checkpoints.begin();
        }
        Training training = Training.begin(recipe, objective, initial);
        milestones.forEach(milestone -> milestone.reached(training));
        return finish(training);
    }

    /**
     * Goes on from the last checkpoint: the result is the same, bit for bit, as if nothing had come between.
     *
     * @throws TrainingException if there is none, or it was made with another recipe
     */
    public Trained resume() {
        if (checkpoints == null) {
            throw new TrainingException("There is nothing to resume: name a folder with checkpoints(folder, every).");
        }
        return finish(Training.resume(recipe, objective, checkpoints.last()));
    }

    private Trained finish(Training training) {
        int threads = Threads.inUse();
        int begun = training.done();
        String what = "Training " + name + (begun == 0 ? "" : String.format(Locale.ROOT, " from step %,d", begun));
        try (Progress progress = Progress.start(what, recipe.steps() - begun)) {
            while (!training.isFinished() && !hasStalled(training.heldOut())) {
                requireNotStopped(training);
                training.step();
                milestones.forEach(milestone -> milestone.reached(training));
                if (checkpoints != null) {
                    checkpoints.reached(training);
                }
                progress.note(String.format(Locale.ROOT, "loss %.3f", training.recentLoss(SMOOTHED)));
                progress.advance(1);
            }
        } finally {
            Threads.use(threads);
        }
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        training.parameters().forEach((key, tensor) -> parameters.put(key, tensor.detach()));
        return new Trained(parameters, training.curve(), training.seconds(), !training.isFinished());
    }

    /** A thread that was interrupted, as by a notebook's stop button, leaves a checkpoint behind if there may be one. */
    private void requireNotStopped(Training training) {
        if (!Thread.interrupted()) {
            return;
        }
        if (checkpoints != null) {
            checkpoints.write(training);
        }
        throw new TrainingException(String.format(
                Locale.ROOT,
                "The training of %s was stopped after %,d of %,d steps. %s",
                name,
                training.done(),
                recipe.steps(),
                checkpoints == null
                        ? "Nothing of it was kept: give it a folder with checkpoints(folder, every) to be able to go on."
                        : "Go on with resume() (on the command line: --resume)."));
    }

    private boolean hasStalled(List<LossCurve.HeldOut> measured) {
        int since = measured.size() - patience;
        if (patience == 0 || since < 1) {
            return false;
        }
        return least(measured.subList(since, measured.size())) >= least(measured.subList(0, since));
    }

    private static double least(List<LossCurve.HeldOut> measured) {
        return measured.stream().mapToDouble(LossCurve.HeldOut::loss).min().orElse(Double.POSITIVE_INFINITY);
    }
}
