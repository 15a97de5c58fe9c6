package practicum.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.answer.Value;
import practicum.build.Rehearsal;
import practicum.check.CheckResult.Outcome;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.runner.CellRunner;
import practicum.source.Practicum;

/** Submissions through real processes; every score is worked out by hand from {@link SmallPracticum}'s points. */
final class GradingTest {
    private static final Practicum PRACTICUM = SmallPracticum.get();
    private static final Submissions BLANK = Submissions.blank(PRACTICUM);
    private static final Submissions PERFECT =
            BLANK.with("plus", SmallPracticum.PLUS).with("scores", SmallPracticum.SCORES);

    @TempDir
    static Path folder;

    private static Supplier<CellRunner> processes;
    private static AnswerKey key;

    @BeforeAll
    static void solve() {
        processes = Processes.in(folder);
        key = AnswerKey.of(Rehearsal.of(PRACTICUM, ignored -> processes.get(), folder));
    }

    private static Result grade(Submissions submission) {
        return Grading.of(PRACTICUM, key, processes).grade(submission.notebook());
    }

    private static Map<String, Outcome> outcomes(Result result) {
        return result.checks().collect(Collectors.toMap(CheckResult::id, CheckResult::outcome));
    }

    private static CheckResult check(Result result, String id) {
        return result.checks()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theKeyHoldsTheAnswersOfTheSolutionAndOfItsMistakes() {
        assertThat(key.expected().get("plus.small")).isEqualTo(new Value.Num(42));
        assertThat(key.expected())
                .containsOnlyKeys("plus.small", "plus.same", "plus.negative", "scores.row", "scores.other");
        assertThat(key.mistakes())
                .extracting(AnswerKey.Mistake::says)
                .containsExactly("You multiply.", "You forgot to scale.");
        assertThat(key.mistakes().get(0).answers().get("plus.small")).isEqualTo(new Value.Num(80));
        assertThat(AnswerKeyJson.read(AnswerKeyJson.write(key))).isEqualTo(key);
    }

    @Test
    void aPerfectSubmissionEarnsEverythingButTheWordsThatAPersonGrades() {
        var result = grade(PERFECT.with("why", "Because 2 + 2 = 2 · 2."));
        assertThat(result.score()).isEqualTo(10);
        assertThat(result.max()).isEqualTo(12);
        assertThat(result.manual()).isEqualTo(2);
        assertThat(result.status()).isEqualTo(Status.OK);
        assertThat(result.flags()).isEmpty();
        assertThat(result.written()).singleElement().satisfies(why -> {
            assertThat(why.text()).isEqualTo("Because 2 + 2 = 2 · 2.");
            assertThat(why.rubric()).containsExactly("names a pair");
        });
    }

    @Test
    void aBlankSubmissionEarnsNothingAndSaysWhatIsToDo() {
        var result = grade(BLANK);
        assertThat(result.score()).isZero();
        assertThat(result.status()).isEqualTo(Status.PARTIAL);
        assertThat(check(result, "plus.small").rationale()).isEqualTo("The exercise is still to do.");
        assertThat(outcomes(result)).containsEntry("plus.same", Outcome.SKIPPED);
        assertThat(check(result, "plus.same").rationale()).isEqualTo("Skipped: plus.small has to pass first.");
    }

    @Test
    void aNamedMistakeAHalfRightAndAWrongShapeLoseWhatTheirChecksAreWorth() {
        var named = grade(PERFECT.with("plus", "int plus(int a, int b) { return a * b; }"));
        assertThat(named.score()).isEqualTo(6);
        assertThat(check(named, "plus.small").hint()).isEqualTo("You multiply.");
        assertThat(check(named, "plus.small").rationale()).contains("Expected 42, got 80");
        assertThat(check(named, "plus.negative").hint()).isEqualTo("You multiply.");
        assertThat(named.status()).isEqualTo(Status.OK);

        var half = grade(PERFECT.with("plus", "int plus(int a, int b) { return a < 0 ? 0 : a + b; }"));
        assertThat(half.score()).isEqualTo(2 + 6);
        var hidden = check(half, "plus.negative");
        assertThat(hidden.rationale()).contains("but not on other inputs");
        assertThat(hidden.expected() + hidden.actual() + hidden.rationale() + hidden.hint())
                .doesNotContain("98765");

        var shape =
                grade(PERFECT.with("scores", "double[] scores(double[] q) { return new double[] {1, Double.NaN}; }"));
        assertThat(shape.score()).isEqualTo(4);
        assertThat(check(shape, "scores.row").rationale()).contains("shape [2]", "shape [3]");
    }

    @Test
    void nanNullAndWrongTypesAreToldAndEarnNothing() {
        var result = grade(PERFECT.with("plus", "Object plus(int a, int b) { return a == 40 ? null : \"4\"; }")
                .with(
                        "scores",
                        "double[] scores(double[] q) { return DoubleStream.of(q).map(x -> 0.0 / 0).toArray(); }"));
        assertThat(result.score()).isZero();
        assertThat(check(result, "plus.small").rationale()).contains("null");
        assertThat(check(result, "plus.negative").rationale()).contains("another kind");
        assertThat(check(result, "scores.row").rationale()).contains("NaN");
    }

    @Test
    void aCompileErrorCostsItsOwnChecksAndNamesTheCause() {
        var result = grade(PERFECT.with("scores", "double[] scores(double[] q) { return q"));
        assertThat(result.score()).isEqualTo(4);
        assertThat(check(result, "scores.row").rationale())
                .startsWith("The cell of scores did not run to its end. It does not compile:");
        assertThat(check(result, "scores.other").rationale()).startsWith("The cell of scores did not run");
        assertThat(result.status()).isEqualTo(Status.PARTIAL);
    }

    @Test
    void anEndlessLoopCostsOnlyTheChecksThatMeetIt() {
        var result = grade(
                PERFECT.with(
                        "plus",
                        "int plus(int a, int b) { while (a < 0) { try { Thread.sleep(9); } catch (Exception e) { } } return a + b; }"));
        assertThat(result.score()).isEqualTo(1 + 1 + 6);
        assertThat(result.status()).isEqualTo(Status.TIMEOUT);
        assertThat(check(result, "plus.negative").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check(result, "scores.other").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void anExitCostsWhatNeedsItsCellAndTheRestRunsInAFreshProcess() {
        var result = grade(PERFECT.with("scores", SmallPracticum.SCORES + "\nSystem.exit(0);"));
        assertThat(result.score()).isEqualTo(4);
        assertThat(result.status()).isEqualTo(Status.KERNEL_DIED);
        assertThat(check(result, "scores.row").rationale()).startsWith("The cell of scores did not run to its end.");
    }

    @Test
    void aFloodOfOutputIsCutAndTheRestGraded() {
        var result = grade(
                PERFECT.with("scores", SmallPracticum.SCORES + "\nwhile (true) System.out.println(\"x\".repeat(99));"));
        assertThat(result.score()).isEqualTo(4);
        assertThat(result.status()).isEqualTo(Status.OUTPUT_LIMIT);
    }

    @Test
    void forgedAnswersAreNoAnswers() {
        String twice = "int plus(int a, int b) { answer(\"plus.small\", 42); return a + b; }";
        var result = grade(
                PERFECT.with("plus", twice)
                        .with(
                                "scores",
                                "double[] scores(double[] q) { return q; }\nvoid answer(String id, Object value) { show(42); }"));
        assertThat(outcomes(result).values()).doesNotContain(Outcome.PASSED);
        assertThat(result.score()).isZero();
        assertThat(result.status()).isEqualTo(Status.SUSPECT);
        assertThat(result.flags()).contains(new Flag(Flag.Kind.FORGED, "plus.small"));
        assertThat(check(result, "plus.small").rationale()).contains("2 answers");
        assertThat(check(result, "plus.negative").rationale()).isEqualTo("The check ran, but handed over no answer.");
    }

    @Test
    void editedChecksPointsAndRolesCountForNothing() {
        var nbgrader = new JsonObject();
        nbgrader.addProperty("grade_id", "plus_small");
        nbgrader.addProperty("points", 1e9);
        var metadata = new JsonObject();
        metadata.add("nbgrader", nbgrader);
        var forged = NotebookCell.of("other", Kind.CODE, "answer(\"plus.small\", 42);", metadata);
        var result = grade(BLANK.map(cell -> cell.id().equals("plus_small") ? forged : cell));
        assertThat(result.score()).isZero();
        assertThat(result.max()).isEqualTo(12);
        assertThat(result.status()).isEqualTo(Status.TAMPERED);
        assertThat(result.flags()).containsExactly(new Flag(Flag.Kind.TAMPERED, "plus_small"));
    }

    @Test
    void deletedDuplicatedRetypedMovedAndAddedCellsAreSortedOut() {
        var scrambled = PERFECT.without("plus_small")
                .without("scores")
                .without("begin")
                .then("setup", Submissions.cell("mine", Kind.CODE, "int helper(int a, int b) { return a + b; }"))
                .with("plus", "int plus(int a, int b) { return 0; }")
                .then("why", Submissions.cell("plus", Kind.RAW, "int plus(int a, int b) { return helper(a, b); }"));
        var result = grade(scrambled);
        assertThat(result.score()).isEqualTo(4);
        assertThat(result.flags())
                .contains(
                        new Flag(Flag.Kind.MISSING_CELL, "plus_small"),
                        new Flag(Flag.Kind.MISSING_CELL, "scores"),
                        new Flag(Flag.Kind.MISSING_CELL, "begin"),
                        new Flag(Flag.Kind.DUPLICATE, "plus"),
                        new Flag(Flag.Kind.RETYPED, "plus"),
                        new Flag(Flag.Kind.OUT_OF_ORDER, "plus"));
        assertThat(check(result, "scores.row").rationale()).isEqualTo("The cell of scores is missing.");
    }

    @Test
    void anEditedDemoRunsAndIsThenSetRight() {
        var result = grade(PERFECT.with("begin", "var start = 7;\nint helper(int a, int b) { return a + b; }")
                .with("plus", "int plus(int a, int b) { return helper(a, b); }"));
        assertThat(result.score()).isEqualTo(10);
        assertThat(result.flags()).containsExactly(new Flag(Flag.Kind.EDITED_DEMO, "begin"));
    }

    @Test
    void aThreadThatIsLeftRunningDisturbsNoVerdict() {
        var result = grade(
                PERFECT.with("scores", SmallPracticum.SCORES + "\nnew Thread(() -> { while (true) { } }).start();"));
        assertThat(result.score()).isEqualTo(10);
    }

    @Test
    void cellsThatEndEveryProcessEndTheGradingWithAReason() {
        var result = grade(PERFECT.map(cell -> cell.kind() == Kind.CODE
                                && !cell.id().contains("_")
                                && !cell.id().equals("setup")
                        ? NotebookCell.of(cell.id(), Kind.CODE, "System.exit(0);", cell.metadata())
                        : cell)
                .then("setup", Submissions.cell("mine", Kind.CODE, "Runtime.getRuntime().halt(0);")));
        assertThat(result.score()).isZero();
        assertThat(result.status()).isEqualTo(Status.KERNEL_DIED);
        assertThat(check(result, "scores.row").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check(result, "plus.negative").rationale())
                .startsWith("The cell of plus did not run to its end. The process ended");
    }
}
