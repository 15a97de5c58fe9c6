package practicum.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a training is written down every so many steps, beside what it was begun with, so that it can be continued.
 *
 * @param folder for nothing else
 * @param every steps from one checkpoint to the next
 * @param plan all that the training follows from, as text: it must be the same when it is continued
 */
record Checkpoints(Path folder, int every, String plan) implements Milestone {
    Checkpoints {
        if (every < 1) {
            throw new TrainingException("Checkpoints are at least 1 step apart; got " + every + ".");
        }
    }

    private Path file() {
        return folder.resolve("checkpoint.safetensors");
    }

    private Path planFile() {
        return folder.resolve("plan.json");
    }

    /**
     * Makes the folder ready for a new training.
     *
     * @throws TrainingException if it holds an interrupted one
     */
    void begin() {
        if (Files.exists(file())) {
            throw new TrainingException(String.format(
                    Locale.ROOT,
                    "%s holds a training that was interrupted after %,d steps. Continue it with resume() (on the command"
                            + " line: --resume), or delete the folder to begin again.",
                    folder,
                    Checkpoint.read(file()).curve().losses().size()));
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(planFile(), plan);
        } catch (IOException e) {
            throw new TrainingException("Cannot write to " + folder + ": " + e, e);
        }
    }

    /**
     * The last checkpoint.
     *
     * @throws TrainingException if there is none, or it was made with another plan
     */
    Checkpoint last() {
        if (!Files.exists(file())) {
            throw new TrainingException("There is nothing to resume in " + folder
                    + ". Begin with run() (on the command line: without --resume); a checkpoint is written every "
                    + every + " steps.");
        }
        try {
            if (!Files.readString(planFile()).equals(plan)) {
                throw new TrainingException("The training in " + folder + " was begun with another plan: " + planFile()
                        + " shows it. Resume with the same, or delete the folder to begin again.");
            }
        } catch (IOException e) {
            throw new TrainingException("Cannot read " + planFile() + ": " + e, e);
        }
        return Checkpoint.read(file());
    }

    @Override
    public void reached(Training training) {
        if (training.done() > 0 && training.done() % every == 0) {
            write(training);
        }
    }

    void write(Training training) {
        training.checkpoint().write(file());
    }
}
