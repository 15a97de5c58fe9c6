package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listNamesTheShippedModels() {
        assertThat(run("model", "list")).isZero();
        assertThat(out.toString()).contains("world ", "The model that most practicums are about.");
    }

    @Test
    void listAlsoNamesTheModelsWiredByHand() {
        assertThat(run("model", "list")).isZero();
        assertThat(out.toString()).contains("HandWired.induction()", "HandWired.miniatureIoi()");
    }

    @Test
    void infoShowsThePhenomenaBesideTheirControls() {
        assertThat(run("model", "info", "world")).isZero();
        assertThat(out.toString()).contains("facts: city", "answers shuffled", "./practicum model train world");
    }

    @Test
    void anUnknownModelIsWrongUseAndTheKnownAreNamed() {
        assertThat(run("model", "info", "wrold")).isEqualTo(2);
        assertThat(err.toString()).contains("No model \"wrold\" ships with Practicum; there is world,");
        assertThat(run("model", "train", "wrold")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no plan for a model \"wrold\"; there is one for world, world-seed2,");
    }

    @Test
    void noStepsAreWrongUse() {
        assertThat(run("model", "train", "world", "--steps", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--steps needs at least 1, got 0.");
    }

    @Test
    void resumingNothingSaysSo(@TempDir java.nio.file.Path folder) {
        assertThat(run("model", "train", "world", "--resume", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is nothing to resume in " + folder);
    }

    private int run(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(new ErrorMessages())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
