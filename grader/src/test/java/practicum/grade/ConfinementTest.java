package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.answer.Value;
import practicum.check.AnswerKey;
import practicum.check.CheckResult;
import practicum.check.Grading;
import practicum.check.SmallPracticum;
import practicum.check.Submissions;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.sandbox.HostSandbox;
import practicum.sandbox.ProbeReport;
import practicum.source.Project;

/** A submission that looks around, in this host's own sandbox. */
final class ConfinementTest {
    @TempDir
    Path folder;

    @Test
    void aSubmissionInTheSandboxIsGradedAndReachesNothing() throws Exception {
        HostSandbox.require();
        var secret = Files.writeString(folder.resolve("secret.md"), "the solution");
        var confinement = Confinement.probe(Files.createDirectories(folder.resolve("natives")), List.of(secret));
        assumeTrue(
                confinement.report().isWhole(),
                () -> "This host has no whole sandbox: " + confinement.report().complaints());
        assertThat(confinement.flag()).isEmpty();

        var practicum = SmallPracticum.get();
        var kernel = Kernel.of(Project.find().kernelClassPath(), folder.resolve("natives"));
        var limits = Limits.standard().withCell(Duration.ofSeconds(20));
        var key = new AnswerKey(
                practicum.stem(),
                java.util.Map.of(
                        "plus.small", new Value.Num(42),
                        "plus.same", new Value.Num(4),
                        "plus.negative", new Value.Num(-987656),
                        "scores.row", new Value.Num(0),
                        "scores.other", new Value.Num(0)),
                List.of());
        String spy = "double[] scores(double[] q) throws Exception { return new double[] {Files.size(Path.of(\""
                + secret + "\"))}; }";
        var notebook = Submissions.blank(practicum)
                .with("plus", SmallPracticum.PLUS)
                .with("scores", spy)
                .notebook();
        var result = Grading.of(practicum, key, confinement.processes(kernel, limits))
                .grade(notebook);
        assertThat(result.score()).isEqualTo(4);
        assertThat(result.checks()
                        .filter(check -> check.id().equals("scores.row"))
                        .map(CheckResult::rationale))
                .singleElement()
                .asString()
                .contains("NoSuchFileException");
    }

    @Test
    void aHostWithoutASandboxIsRefusedUnlessThatIsAcceptedAndThenEveryResultSaysSo() {
        var bare = new Confinement(Optional.empty(), new ProbeReport("no sandbox", List.of(), "Install bubblewrap."));
        assertThatThrownBy(() -> bare.require(false))
                .isInstanceOf(GradeException.class)
                .hasMessageContaining("--unsafe")
                .hasMessageContaining("Install bubblewrap.")
                .hasMessageContaining("A submission can reach the network");
        bare.require(true);
        assertThat(bare.flag()).get().hasToString("UNSAFE(no sandbox)");
    }
}
