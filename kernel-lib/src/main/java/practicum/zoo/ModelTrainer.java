package practicum.zoo;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import practicum.train.Trained;
import practicum.train.Trainer;

/**
 * Makes a model's folder from its plan: trains, writes the weights, reads them back, measures, writes the card. What is
 * unfinished lies in a folder of its own inside and is gone at the end.
 *
 * @param <M> a transformer or a net
 */
public final class ModelTrainer<M> {
    /** Steps between checkpoints to resume from. */
    public static final int CHECKPOINT_EVERY = 100;

    private static final String LICENCE =
            "Apache-2.0, as the rest of this repository; the data are generated, so nobody else has a right in them.";

    private final ModelPlan<M> plan;
    private final Path out;

    public ModelTrainer(ModelPlan<M> plan, Path out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * Trains from the beginning.
     *
     * @throws practicum.train.TrainingException if the folder holds an interrupted training
     */
    public ModelCard train() {
        return finish(trainer().run(plan.initial()));
    }

    /**
     * Goes on from the last checkpoint.
     *
     * @throws practicum.train.TrainingException if there is none, or it was made with another plan
     */
    public ModelCard resume() {
        return finish(trainer().resume());
    }

    private Trainer trainer() {
        String made = new GsonBuilder().setPrettyPrinting().create().toJson(plan.made()) + "\n";
        Trainer trainer = plan.trainer().checkpoints(unfinished(), CHECKPOINT_EVERY, made);
        return plan.snapshots().isEmpty() ? trainer : trainer.snapshots(snapshots(), plan.snapshots());
    }

    private Path unfinished() {
        return out.resolve("unfinished");
    }

    private Path snapshots() {
        return unfinished().resolve("snapshots");
    }

    private ModelCard finish(Trained trained) {
        ModelFiles files = new ModelFiles(out);
        Map<String, String> sums = files.write(plan, trained.parameters(), snapshots());
        ModelCard card = card(trained, sums);
        files.write(card, plan);
        delete(unfinished());
        return card;
    }

    /** Measured on what was written: half precision and all. */
    private ModelCard card(Trained trained, Map<String, String> sums) {
        List<Measurement> measured = new TrainedModel<>(plan, out).measure();
        return new ModelCard(
                plan.name(),
                plan.says(),
                LICENCE,
                plan.made(),
                command(),
                trained.seconds(),
                plan.lesson().unit(),
                plan.seen(),
                trained.curve().last(Trainer.SMOOTHED),
                sums,
                plan.limits(),
                measured);
    }

    private String command() {
        String command = "./practicum model train " + plan.name();
        boolean isAsPlanned = Zoo.names().contains(plan.name())
                && Zoo.plan(plan.name()).recipe().equals(plan.recipe());
        return isAsPlanned ? command : command + " --steps " + plan.recipe().steps();
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The training is over, but " + folder + " could not be deleted", e);
        }
    }
}
