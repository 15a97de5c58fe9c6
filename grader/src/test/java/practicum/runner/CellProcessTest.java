package practicum.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome.Status;
import practicum.sandbox.NoSandbox;

/** What an honest notebook meets; one process for all, because a process is a session. */
final class CellProcessTest {
    @TempDir
    static Path folder;

    private static CellProcess process;

    @BeforeAll
    static void start() {
        process = CellProcess.start(TestKernel.get(), new NoSandbox(folder), Limits.relaxed());
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    void aCellSeesWhatCellsBeforeItDefined() {
        assertThat(process.run("int twice(int x) { return 2 * x; }").outputs()).isEmpty();
        CellOutcome outcome = process.run("System.out.println(\"before\");\ntwice(21)");
        assertThat(outcome.status()).isEqualTo(Status.OK);
        assertThat(outcome.outputs()).hasSize(2).first().isEqualTo(new Output.Stream("stdout", "before\n"));
        assertThat(outcome.outputs().get(1))
                .isInstanceOfSatisfying(Output.Result.class, result -> assertThat(result.data())
                        .containsEntry("text/plain", new JsonPrimitive("42")));
    }

    @Test
    void anExceptionIsAnErrorAndTheSessionLivesOn() {
        CellOutcome outcome = process.run("throw new IllegalStateException(\"boo\");");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.outputs())
                .singleElement()
                .isInstanceOfSatisfying(Output.Failure.class, failure -> assertThat(failure.toString())
                        .contains("boo"));
        assertThat(process.run("1 + 1").status()).isEqualTo(Status.OK);
    }

    @Test
    void whatDoesNotCompileIsAnErrorThatSaysWhy() {
        CellOutcome outcome = process.run("int x = \"text\";");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.outputs().toString()).contains("incompatible types");
    }

    @Test
    void twentyThousandLinesArriveWhole() {
        CellOutcome outcome = process.run("for (int i = 0; i < 20_000; i++) System.out.println(\"line \" + i);");
        assertThat(outcome.outputs()).singleElement().isInstanceOfSatisfying(Output.Stream.class, stream -> {
            List<String> lines = stream.text().lines().toList();
            assertThat(lines).hasSize(20_000).startsWith("line 0").endsWith("line 19999");
        });
    }

    @Test
    void standardInputIsEmpty() {
        assertThat(process.run("System.in.read()").outputs().toString()).contains("\"-1\"");
    }

    @Test
    void theWorkingFolderIsTheOneAskedFor() throws Exception {
        assertThat(process.run("Files.writeString(Path.of(\"made.txt\"), \"x\");")
                        .status())
                .isEqualTo(Status.OK);
        assertThat(Files.readString(folder.resolve("made.txt"))).isEqualTo("x");
    }

    @Test
    void textOfEveryLanguageArrivesUnharmed() {
        CellOutcome outcome = process.run("System.out.print(\"naïve 数据 🙂 \\u0000 end\");");
        assertThat(outcome.outputs()).containsExactly(new Output.Stream("stdout", "naïve 数据 🙂 \0 end"));
    }

    @Test
    void aClosedProcessRunsNothing() {
        CellProcess closed = CellProcess.start(TestKernel.get(), new NoSandbox(folder), Limits.standard());
        closed.close();
        assertThat(closed.isAlive()).isFalse();
        assertThat(closed.run("1 + 1").status()).isEqualTo(Status.NOT_RUN);
    }

    @Test
    void aKernelThatCannotStartSaysItsLastWords() {
        Kernel broken = new Kernel(TestKernel.get().javaHome(), List.of(folder), folder);
        assertThatThrownBy(() -> CellProcess.start(broken, new NoSandbox(folder), Limits.standard()))
                .isInstanceOf(KernelStartException.class)
                .hasMessageContaining("CellServer")
                .hasMessageContaining("./practicum doctor");
    }
}
