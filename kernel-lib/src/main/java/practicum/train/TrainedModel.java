package practicum.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import practicum.load.Models;
import practicum.model.Transformer;

/** A model with its card: one that ships with the library, or one in a folder. */
public final class TrainedModel {
    private final String name;
    private final Source files;

    private interface Source {
        byte[] read(String file) throws IOException;
    }

    private TrainedModel(String name, Source files) {
        this.name = name;
        this.files = files;
    }

    /**
     * A model that ships with the library.
     *
     * @throws TrainingException if there is none of that name; the message names those there are
     */
    public static TrainedModel shipped(String name) {
        if (!Models.SHIPPED.contains(name)) {
            throw new TrainingException("No model \"" + name + "\" ships with Practicum; there is "
                    + String.join(", ", Models.SHIPPED) + ".");
        }
        return new TrainedModel(name, file -> {
            String resource = "/practicum/models/" + name + "/" + file;
            try (InputStream in = TrainedModel.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("no " + resource + " on the class path");
                }
                return in.readAllBytes();
            }
        });
    }

    /** A model that was trained into a folder. */
    public static TrainedModel in(Path folder) {
        return new TrainedModel(folder.toString(), file -> Files.readAllBytes(folder.resolve(file)));
    }

    /** What it is said to be. */
    public ModelCard card() {
        return ModelCard.fromJson(new String(read(ModelCard.FILE), StandardCharsets.UTF_8));
    }

    /**
     * Compares the weights with the card's checksum.
     *
     * @throws TrainingException if they are not the weights that the card describes
     */
    public void requireUnchanged() {
        String expected = card().sha256();
        String actual = ModelFiles.sha256(read(ModelFiles.WEIGHTS));
        if (!actual.equals(expected)) {
            throw new TrainingException("The weights of " + name + " have changed: the card gives their SHA-256 as "
                    + expected + ", but " + ModelFiles.WEIGHTS + " has " + actual + ". Restore it from version control,"
                    + " or train it again with: ./practicum model train " + card().name());
        }
    }

    /** The model, with its control and its world. */
    public Subject subject() {
        ModelPlan plan = card().plan();
        return new Subject(load(), plan.untrained(), plan.languageWorld());
    }

    private Transformer load() {
        return Models.SHIPPED.contains(name) ? Models.load(name) : Models.load(Path.of(name));
    }

    /** The phenomena of its card, measured again. */
    public List<Measurement> measure() {
        return Phenomena.measure(subject());
    }

    private byte[] read(String file) {
        try {
            return files.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read " + file + " of " + name + " (" + e.getMessage()
                            + "). Train it with: ./practicum model" + " train",
                    e);
        }
    }
}
