package practicum.train;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import practicum.load.Models;

/**
 * Makes a model's folder from its plan: trains, writes the weights, reads them back, measures, writes the card. What is
 * unfinished lies in a folder of its own inside and is gone at the end.
 */
public final class ModelTrainer {
    /** Steps between checkpoints. */
    public static final int CHECKPOINT_EVERY = 100;

    private final ModelPlan plan;
    private final Path out;
    private final Checkpoints checkpoints;

    public ModelTrainer(ModelPlan plan, Path out) {
        this.plan = plan;
        this.out = out;
        String json = new GsonBuilder().setPrettyPrinting().create().toJson(plan) + "\n";
        checkpoints = new Checkpoints(out.resolve("unfinished"), CHECKPOINT_EVERY, json);
    }

    /**
     * Trains from the beginning.
     *
     * @throws TrainingException if the folder holds an interrupted training
     */
    public ModelCard train() {
        return finish(plan.trainer().checkpoints(checkpoints).run(plan.initial()));
    }

    /**
     * Goes on from the last checkpoint.
     *
     * @throws TrainingException if there is none, or it was made with another plan
     */
    public ModelCard resume() {
        return finish(plan.trainer().checkpoints(checkpoints).resume());
    }

    private ModelCard finish(Trained trained) {
        ModelFiles files = new ModelFiles(out);
        files.write(plan, plan.model(trained.parameters()));
        ModelCard card = card(trained);
        files.write(card);
        checkpoints.delete();
        return card;
    }

    /** Measured on what was written: half precision and all. */
    private ModelCard card(Trained trained) {
        Subject subject = new Subject(Models.load(out), plan.untrained(), plan.languageWorld());
        return new ModelCard(
                plan.name(),
                plan.says(),
                "Apache-2.0, as the rest of this repository; the text is generated, so nobody else has a right in it.",
                plan,
                command(),
                trained.seconds(),
                plan.tokens() / trained.seconds(),
                trained.curve().last(Trainer.SMOOTHED),
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
}
