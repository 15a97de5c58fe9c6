package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import practicum.train.Checkpoint;
import practicum.zoo.ModelTrainer;

/** The real command, told to end while it trains. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows ends a process without telling it; Ctrl-C is for a console")
class InterruptibleTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Process training;

    @BeforeEach
    void startToTrain() throws IOException {
        training = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "model",
                        "train",
                        "induction",
                        "--out",
                        folder.resolve("model").toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    @AfterEach
    void leaveNothingRunning() {
        training.destroyForcibly();
    }

    /** The signal is that of {@code kill}: Java treats Ctrl-C alike, but a process in the background may not hear that. */
    @Test
    void aTrainingThatIsToldToEndLeavesACheckpointAndDoesNotCrash() throws Exception {
        Path unfinished = folder.resolve("model/unfinished");
        waitFor(unfinished.resolve("plan.json"));
        training.destroy();
        assertThat(training.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ended: " + output())
                .isTrue();
        assertThat(training.exitValue()).as(output()).isEqualTo(128 + 15);
        assertThat(crashReports()).isEmpty();
        assertThat(Checkpoint.read(unfinished.resolve("checkpoint.safetensors"))
                        .curve()
                        .losses())
                .as("written because of the signal, before one was due")
                .hasSizeLessThan(ModelTrainer.CHECKPOINT_EVERY);
    }

    private void waitFor(Path file) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            assertThat(training.isAlive()).as(output()).isTrue();
            assertThat(System.nanoTime())
                    .as("still waiting for " + file + ": " + output())
                    .isLessThan(end);
            Thread.sleep(10);
        }
    }

    private List<Path> crashReports() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("hs_err"))
                    .toList();
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }
}
