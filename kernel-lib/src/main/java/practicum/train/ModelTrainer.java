package practicum.train;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import practicum.load.Models;
import practicum.progress.Progress;

/**
 * Makes a model's folder from its plan: trains, writes the weights, reads them back, measures, writes the card. What is
 * unfinished lies in a folder of its own inside and is gone at the end.
 */
public final class ModelTrainer {
    /** Steps between checkpoints. */
    public static final int CHECKPOINT_EVERY = 100;

    private static final int NOTE_EVERY = 10;
    private static final int SMOOTHED = 100;

    private final ModelPlan plan;
    private final Path out;
    private final Path unfinished;
    private final Path checkpoint;
    private final Path planFile;

    public ModelTrainer(ModelPlan plan, Path out) {
        this.plan = plan;
        this.out = out;
        unfinished = out.resolve("unfinished");
        checkpoint = unfinished.resolve("checkpoint.safetensors");
        planFile = unfinished.resolve("plan.json");
    }

    /**
     * Trains from the beginning.
     *
     * @throws TrainingException if the folder holds an interrupted training
     */
    public ModelCard train() {
        if (Files.exists(checkpoint)) {
            throw new TrainingException(String.format(
                    Locale.ROOT,
                    "%s holds a training that was interrupted after %,d steps. Continue it with --resume, or delete %s to"
                            + " begin again.",
                    out,
                    Checkpoint.read(checkpoint).losses().size(),
                    unfinished));
        }
        try {
            Files.createDirectories(unfinished);
            Files.writeString(planFile, json());
        } catch (IOException e) {
            throw new TrainingException("Cannot write to " + out + ": " + e, e);
        }
        return finish(plan.begin());
    }

    /**
     * Goes on from the last checkpoint.
     *
     * @throws TrainingException if there is none, or it was made with another plan
     */
    public ModelCard resume() {
        if (!Files.exists(checkpoint)) {
            throw new TrainingException("There is nothing to resume in " + out
                    + ". Begin without --resume; a checkpoint is" + " written every " + CHECKPOINT_EVERY + " steps.");
        }
        try {
            if (!Files.readString(planFile).equals(json())) {
                throw new TrainingException("The training in " + out + " was begun with another plan: " + planFile
                        + " shows it. Resume with the same options, or delete " + unfinished + " to begin again.");
            }
        } catch (IOException e) {
            throw new TrainingException("Cannot read " + planFile + ": " + e, e);
        }
        return finish(plan.resume(Checkpoint.read(checkpoint)));
    }

    private ModelCard finish(Training training) {
        run(training);
        ModelFiles files = new ModelFiles(out);
        files.write(plan, plan.model(training.parameters()));
        ModelCard card = card(training);
        files.write(card);
        delete();
        return card;
    }

    private void run(Training training) {
        try (Progress progress =
                Progress.start("Training " + plan.name(), plan.recipe().steps())) {
            progress.advance(training.done());
            while (!training.isFinished()) {
                training.step();
                if (training.done() % NOTE_EVERY == 0) {
                    progress.note(String.format(Locale.ROOT, "loss %.3f", training.recentLoss(SMOOTHED)));
                }
                if (training.done() % CHECKPOINT_EVERY == 0) {
                    training.checkpoint().write(checkpoint);
                }
                progress.advance(1);
            }
        }
    }

    /** Measured on what was written: half precision and all. */
    private ModelCard card(Training training) {
        Subject subject = new Subject(Models.load(out), plan.untrained(), plan.languageWorld());
        return new ModelCard(
                plan.name(),
                plan.says(),
                "Apache-2.0, as the rest of this repository; the text is generated, so nobody else has a right in it.",
                plan,
                command(),
                training.seconds(),
                plan.recipe().tokens() / training.seconds(),
                training.recentLoss(SMOOTHED),
                "float16",
                sha256(),
                plan.limits(),
                Phenomena.measure(subject));
    }

    private String command() {
        String command = "./practicum model train " + plan.name();
        return ModelPlan.all().contains(plan)
                ? command
                : command + " --steps " + plan.recipe().steps();
    }

    private String sha256() {
        try {
            return ModelFiles.sha256(Files.readAllBytes(out.resolve(ModelFiles.WEIGHTS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try {
            for (Path file : List.of(checkpoint, planFile, unfinished)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new TrainingException("The model is made, but " + unfinished + " could not be deleted: " + e, e);
        }
    }

    private String json() {
        return new GsonBuilder().setPrettyPrinting().create().toJson(plan) + "\n";
    }
}
