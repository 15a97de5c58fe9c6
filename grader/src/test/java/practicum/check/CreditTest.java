package practicum.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.answer.Value;
import practicum.answer.Variant;
import practicum.build.Rehearsal;
import practicum.check.CheckResult.Outcome;
import practicum.runner.CellRunner;
import practicum.source.Practicum;

/** Credit in part, for all or nothing, for predictions; what is forbidden; and variants: through real processes. */
final class CreditTest {
    private static final Practicum PRACTICUM = PointsPracticum.get();
    private static final String TWICE =
            "double[] twice(double[] x) { return DoubleStream.of(x).map(v -> 2 * v).toArray(); }";
    private static final String MEAN =
            "double mean(double[] x) { double sum = 0; for (double v : x) sum += v; return sum / x.length; }";
    private static final String LARGE = "boolean large(double x) { return x > 0.4; }";
    private static final String ADA = "ada";

    @TempDir
    static Path folder;

    private static Supplier<CellRunner> processes;
    private static Grading grading;

    @BeforeAll
    static void start() {
        processes = Processes.in(folder);
        grading = Grading.of(
                PRACTICUM,
                variant -> AnswerKey.of(Rehearsal.of(variant, ignored -> processes.get(), folder)),
                processes);
    }

    private static Submissions of(String twice, String mean, String large) {
        return Submissions.blank(PRACTICUM)
                .with("twice", twice)
                .with("mean", mean)
                .with("guess", large);
    }

    private static Result grade(Submissions submission) {
        return grading.of(ADA).grade(submission.notebook());
    }

    private static CheckResult check(Result result, String id) {
        return result.checks()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyPointCanBeEarnedInTheStudentsOwnVariant() {
        var result = grade(of(TWICE, MEAN, LARGE).with("setup", "practicum(\"04_points\", \" Ada \", 4);"));
        assertThat(result.score()).isEqualTo(4 + 2 + 3);
        assertThat(result.max()).isEqualTo(9);
        assertThat(result.flags()).isEmpty();
        assertThat(check(result, "twice.own").points()).isEqualTo(1);
        assertThat(check(result, "twice.other").points()).isEqualTo(3);
        assertThat(check(result, "guess.labels").rationale()).isEqualTo("It works on other inputs too.");
    }

    @Test
    void partOfAnAnswerEarnsAPartAndALostCheckCostsAllWhereThatIsSaid() {
        String firstOnly =
                "double[] twice(double[] x) { var y = x.clone(); y[0] *= 2; y[1] *= 2; y[2] *= 2; return y; }";
        String mean = MEAN.replace("sum / x.length", "sum / Math.max(2, x.length)");
        var result = grade(of(firstOnly, mean, "boolean large(double x) { return x > 0.7; }"));
        var part = check(result, "twice.own");
        assertThat(part.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(part.earned()).isEqualTo(0.75, within(1e-12));
        assertThat(part.rationale()).endsWith("75 % of it is right, and earns that part of the points.");
        assertThat(check(result, "twice.other").earned()).isZero(); // an index out of bounds

        // mean.own passes, but the rest waits for what failed.
        assertThat(check(result, "mean.own").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check(result, "mean.own").earned()).isZero();
        assertThat(check(result, "mean.own").rationale()).contains("only when all its checks pass");
        assertThat(check(result, "mean.one").rationale())
                .isEqualTo("Skipped: mean.twice has to pass first. That was skipped: twice.own has to pass first.");

        // 0.9 → true, 0.1 → false, 0.6 → false, 0.5 → false: three of four labels, as many as are asked for.
        assertThat(check(result, "guess.labels").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.score()).isEqualTo(0.75 + 3, within(1e-12));
    }

    @Test
    void aHiddenMetricTellsNeitherTheLabelsNorTheScore() {
        var result = grade(of(TWICE, MEAN, "boolean large(double x) { return x < 0.4; }"));
        var labels = check(result, "guess.labels");
        assertThat(labels.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(labels.expected() + labels.actual() + labels.rationale() + labels.hint())
                .doesNotContain("true", "accuracy", "0.2");
    }

    @Test
    void whatIsForbiddenEarnsNothingAlsoBehindAnotherCell() {
        String shortcut = "double mean(double[] x) { return helper(x); }";
        var result = grade(of(TWICE, shortcut, LARGE)
                .then(
                        "setup",
                        Submissions.cell(
                                "mine",
                                practicum.nbformat.NotebookCell.Kind.CODE,
                                "double helper(double[] x) { return Arrays.stream(x).average().getAsDouble(); }")));
        assertThat(check(result, "mean.own").rationale())
                .contains("without DoubleStream.average", "but your code uses it", "Arrays.stream(x).average");
        assertThat(result.score()).isEqualTo(4 + 3);
        assertThat(result.flags()).contains(new Flag(Flag.Kind.FORBIDDEN, "mean uses DoubleStream.average"));
        assertThat(result.status()).isEqualTo(Status.PARTIAL);
    }

    @Test
    void lookingMethodsUpByNameIsForAPersonToSee() {
        String reflecting = "double mean(double[] x) throws Exception { return ((OptionalDouble)"
                + " DoubleStream.class.getMethod(\"aver\" + \"age\").invoke(DoubleStream.of(x))).getAsDouble(); }";
        var result = grade(of(TWICE, reflecting, LARGE));
        assertThat(check(result, "mean.own").rationale()).contains("up by their names");
        assertThat(result.score()).isEqualTo(4 + 3);
        assertThat(result.status()).isEqualTo(Status.SUSPECT);
    }

    @Test
    void anothersNumbersAreNoticedAndOnesOwnAreRun() {
        int own = Variant.of("04_points", ADA, 4).index();
        String friend = List.of("bob", "eve", "joe", "kim", "lea").stream()
                .filter(id -> Variant.of("04_points", id, 4).index() != own)
                .findFirst()
                .orElseThrow();
        var key = AnswerKey.of(Rehearsal.of(PRACTICUM.of(friend), ignored -> processes.get(), folder));
        double copied = ((Value.Num) key.expected().get("mean.own")).value();
        var result = grade(of(TWICE, "double mean(double[] x) { return x.length == 4 ? " + copied + " : x[0]; }", LARGE)
                .with("setup", "practicum(\"04_points\", \"" + friend + "\", 4);"));
        assertThat(check(result, "mean.own").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check(result, "twice.own").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.kind()).isEqualTo(Flag.Kind.OTHER_VARIANT);
            assertThat(flag.detail()).contains(friend);
        });
    }

    @Test
    void aVariableNamedLikeTheLibraryDoesNotKeepOnesOwnNumbersAway() {
        var result = grade(of(TWICE, MEAN, LARGE).with("setup", "var practicum = \"mine\";"));
        assertThat(result.score()).isEqualTo(4 + 2 + 3);
    }
}
