package practicum.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import practicum.load.Models;
import practicum.tensor.Threads;
import practicum.train.TrainingException;

/**
 * A model with its card: one that ships with the library, or one in a folder.
 *
 * @param <M> a transformer or a net
 */
public final class TrainedModel<M> {
    private final ModelPlan<M> plan;
    private final Path folder;

    /**
     * A plan's model.
     *
     * @param folder where it was trained into
     */
    public TrainedModel(ModelPlan<M> plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * A model that ships with the library.
     *
     * @throws practicum.load.LoadException if there is none of that name; the message names those there are
     */
    public static TrainedModel<?> shipped(String name) {
        Path folder = Models.folder(name);
        return new TrainedModel<>(Zoo.plan(name), folder);
    }

    /**
     * A model that was trained into a folder.
     *
     * @throws TrainingException if the folder has no card, or one of a model that nobody knows
     */
    public static TrainedModel<?> in(Path folder) {
        ModelCard card = card(folder);
        return new TrainedModel<>(Zoo.plan(card.name()).withRecipe(card.recipe()), folder);
    }

    /** What it is made from. */
    public ModelPlan<M> plan() {
        return plan;
    }

    /** What it is said to be. */
    public ModelCard card() {
        return card(folder);
    }

    private static ModelCard card(Path folder) {
        return ModelCard.fromJson(new String(read(folder, ModelCard.FILE), StandardCharsets.UTF_8));
    }

    /**
     * Compares the weights with the card's checksums, and what they were made from with the plan.
     *
     * @throws TrainingException if they are not the weights that the card describes, or the plan is another by now
     */
    public void requireUnchanged() {
        ModelCard card = card();
        String again =
                " Restore it from version control, or train it again with: ./practicum model train " + card.name();
        card.sha256().forEach((file, expected) -> {
            String actual = ModelFiles.sha256(read(folder, file));
            if (!actual.equals(expected)) {
                throw new TrainingException(
                        "The weights of " + card.name() + " have changed: the card gives the SHA-256 of " + file
                                + " as " + expected + ", but it is " + actual + "." + again);
            }
        });
        for (String part : plan.made().keySet()) {
            if (!plan.made().get(part).equals(card.made().get(part))) {
                throw new TrainingException("The card of " + card.name() + " is of another " + part + ": it says "
                        + card.made().get(part) + ", but the plan says "
                        + plan.made().get(part) + "." + again);
            }
        }
    }

    /** The model, with its controls. */
    public Subject<M> subject() {
        return new Subject<>(plan.body().load(folder), plan.untrained(), plan.snapshots(), step -> plan.body()
                .load(folder, step));
    }

    /** The phenomena of its plan, measured: on one thread, since sums then come out the same everywhere. */
    public List<Measurement> measure() {
        int before = Threads.inUse();
        Threads.use(1);
        try {
            Subject<M> subject = subject();
            return plan.phenomena().stream()
                    .flatMap(phenomenon -> phenomenon.measure(subject).stream())
                    .toList();
        } finally {
            Threads.use(before);
        }
    }

    private static byte[] read(Path folder, String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read " + folder.resolve(file) + " (" + e.getMessage()
                            + "). Train the model with: ./practicum model train",
                    e);
        }
    }
}
