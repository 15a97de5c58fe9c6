package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions held against labels: scores worked out by hand, or by counting pairs. */
class PredictionsTest {
    private static final double[] TRUE = {0, 0, 1, 1};
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};

    private static Verdict compare(String comparison, Object expected, Object actual) {
        return Comparison.parse(comparison).compare(Value.of(expected), Value.of(actual));
    }

    /** The metric's number, between the bounds that just pass and just fail. */
    private static double score(Metric metric, double[] labels, double[] given) {
        double score = Scores.ofNumbers(metric, labels, given);
        for (double off : new double[] {-1e-9, 1e-9}) {
            boolean good = new Predictions(metric, score + off)
                    .compare(Value.of(labels), Value.of(given))
                    .passed();
            assertThat(good).as(metric + " " + off).isEqualTo(metric.largeIsGood() == off < 0);
        }
        return score;
    }

    @Test
    void classesAreCountedByAccuracyByClassAndByF1() {
        var labels = List.of("cat", "cat", "cat", "dog");
        var given = List.of("cat", "cat", "dog", "dog");
        assertThat(compare("metric(of=accuracy, least=0.75)", labels, given).passed())
                .isTrue();
        assertThat(compare("metric(of=accuracy, least=0.8)", labels, given).rationale())
                .isEqualTo("The accuracy is 0.75000; at least 0.80000 is asked for.");
        // Recall 2/3 and 1; F1 0.8 and 2/3.
        assertThat(compare("metric(of=balanced, least=0.83)", labels, given).passed())
                .isTrue();
        assertThat(compare("metric(of=balanced, least=0.84)", labels, given).passed())
                .isFalse();
        assertThat(compare("metric(of=f1, least=0.733)", labels, given).passed())
                .isTrue();
        assertThat(compare("metric(of=f1, least=0.734)", labels, given).passed())
                .isFalse();
    }

    @Test
    void scoresOfFourCasesAreThoseOfPencilAndPaper() {
        assertThat(score(Metric.AUC, TRUE, SCORES)).isEqualTo(0.75, within(1e-12)); // 3 of 4 pairs
        assertThat(score(Metric.PRECISION, TRUE, SCORES)).isEqualTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(score(Metric.BRIER, TRUE, SCORES)).isEqualTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-12));
        assertThat(score(Metric.LOGLOSS, TRUE, SCORES)).isEqualTo(-Math.log(0.9 * 0.6 * 0.35 * 0.8) / 4, within(1e-12));
        double[] truth = {3, -0.5, 2, 7};
        double[] guess = {2.5, 0, 2, 8};
        assertThat(score(Metric.MAE, truth, guess)).isEqualTo(0.5, within(1e-12));
        assertThat(score(Metric.MSE, truth, guess)).isEqualTo(0.375, within(1e-12));
        assertThat(score(Metric.RMSE, truth, guess)).isEqualTo(Math.sqrt(0.375), within(1e-12));
        assertThat(score(Metric.R2, truth, guess)).isEqualTo(1 - 1.5 / 29.1875, within(1e-12));
        assertThat(score(Metric.CORRELATION, truth, new double[] {7, 0, 5, 15})).isEqualTo(1, within(1e-12)); // 2x + 1
    }

    @Test
    void theAreaUnderTheCurveIsTheShareOfPairsInTheRightOrder() {
        var random = new Random(4);
        for (int round = 0; round < 50; round++) {
            double[] labels = random.ints(12, 0, 2).asDoubleStream().toArray();
            labels[0] = 0;
            labels[1] = 1;
            double[] scores = random.ints(12, 0, 5).asDoubleStream().toArray(); // with ties
            double pairs = 0;
            double right = 0;
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) {
                    if (labels[i] > labels[j]) {
                        pairs++;
                        right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    }
                }
            }
            assertThat(Scores.ofNumbers(Metric.AUC, labels, scores)).isEqualTo(right / pairs, within(1e-12));
        }
    }

    @Test
    void truthValuesAreLabelsToo() {
        assertThat(compare("metric(of=auc, least=0.75)", List.of(false, false, true, true), SCORES)
                        .passed())
                .isTrue();
        assertThat(compare("metric(of=accuracy, least=1)", List.of(true), List.of(true))
                        .passed())
                .isTrue();
    }

    @Test
    void eachFaultOfPredictionsHasItsOwnVerdict() {
        String auc = "metric(of=auc, least=0.6)";
        assertThat(compare(auc, TRUE, null).fault()).isEqualTo(Fault.NULL);
        assertThat(compare(auc, TRUE, "high").fault()).isEqualTo(Fault.KIND);
        assertThat(compare(auc, TRUE, new double[] {1, 2}).fault()).isEqualTo(Fault.SHAPE);
        assertThat(compare(auc, TRUE, new double[] {}).fault()).isEqualTo(Fault.EMPTY);
        assertThat(compare(auc, TRUE, new double[] {0, 0, Double.NaN, 1}).fault())
                .isEqualTo(Fault.NAN);
        assertThat(compare(auc, TRUE, new double[] {0, 0, 1, Double.POSITIVE_INFINITY})
                        .fault())
                .isEqualTo(Fault.INFINITE);
        assertThat(compare(auc, TRUE, new double[] {1, 1, 0, 0}).diagnosis()).contains("the wrong way");
        String accuracy = "metric(of=accuracy, least=0.6)";
        assertThat(compare(accuracy, TRUE, null).fault()).isEqualTo(Fault.NULL);
        assertThat(compare(accuracy, TRUE, List.of("0", "0", "1", "1")).fault()).isEqualTo(Fault.KIND);
        assertThat(compare(accuracy, TRUE, Set.of(0, 1)).fault()).isEqualTo(Fault.KIND);
        assertThat(compare(accuracy, TRUE, List.of()).fault()).isEqualTo(Fault.EMPTY);
        assertThat(compare(accuracy, TRUE, List.of(1)).fault()).isEqualTo(Fault.SHAPE);
        assertThat(compare(accuracy, TRUE, new double[] {0, 0, Double.NaN, 1}).fault())
                .isEqualTo(Fault.NAN);
        assertThat(compare(accuracy, TRUE, SCORES).diagnosis()).contains("probabilities where classes");
        assertThat(compare("metric(of=brier, most=0.1)", TRUE, new double[] {-1, 0, 1, 2})
                        .diagnosis())
                .contains("sigmoid");
    }

    @Test
    void constantPredictionsCorrelateWithNothingAndExplainNothing() {
        double[] truth = {1, 2, 3};
        double[] constant = {2, 2, 2};
        assertThat(Scores.ofNumbers(Metric.CORRELATION, truth, constant)).isZero();
        assertThat(Scores.ofNumbers(Metric.R2, truth, constant)).isZero();
    }

    @Test
    void labelsThatMeasureNothingAreRefused() {
        assertThatThrownBy(() -> compare("metric(of=auc, least=0.6)", new double[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("both classes");
        assertThatThrownBy(() -> compare("metric(of=auc, least=0.6)", new double[] {0, 2}, new double[] {1, 2}))
                .hasMessageContaining("labels 0 and 1");
        assertThatThrownBy(() -> compare("metric(of=r2, least=0.6)", new double[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("All true numbers are equal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric",
                "metric(least=0.5)",
                "metric(of=luck, least=1)",
                "metric(of=auc)",
                "metric(of=auc, most=1)",
                "metric(of=auc, least=0)",
                "metric(of=accuracy, least=1.5)",
                "metric(of=rmse, least=1)",
                "metric(of=rmse, most=-1)",
                "property",
                "property(is=pretty)",
                "property(is=causal, atol=-1)",
                "text(punctuation=none)",
                "chart(words=some)"
            })
    void aComparisonThatCannotBeMeantIsAnError(String text) {
        assertThatThrownBy(() -> Comparison.parse(text)).isInstanceOf(AnswerException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    probabilities | 0.25 0.75 1 0   | 0.3 0.6 1 0     | sums to 0.9
                    onehot        | 0 1 1 0         | 0 1 0.5 0.5     | Row 1 does not hold a single 1
                    permutation   | 1 0 0 1         | 0 0 1 0         | each of 0 to 1 once
                    unit          | 0.6 0.8 -1 0    | 0.6 0.8 1 1     | Row 1 has the length 1.4142
                    centred       | -1 1 2 -2       | -1 1 2 2        | has the mean 2
                    orthonormal   | 0.6 0.8 0.8 -0.6| 0.6 0.8 0.6 0.8 | Row 1 has the product 1 with row 0
                    causal        | 1 0 3 4         | 1 2 0 4         | 2 at [0, 1] stands above the diagonal
                    symmetric     | 1 2 2 1         | 1 2 3 1         | mirror
                    nonnegative   | 0 1 2 3         | 0 1 -2 3        | -2 at [1, 0] is below 0
                    whole         | 1 2 3 4         | 1 2 3 4.5       | 4.5000 at [1, 1] is not whole
                    distinct      | 1 2 3 4         | 1 2 2 4         | 2 is there twice
                    """)
    void aPropertyIsHadOrItsLackIsToldWithThePlace(String name, String with, String without, String lack) {
        String comparison = "property(is=" + name + ", atol=1e-6)";
        double[][] any = {{9, 9}, {9, 9}};
        assertThat(compare(comparison, any, square(with)).passed()).isTrue();
        var verdict = compare(comparison, any, square(without));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.rationale()).contains(lack);
        assertThat(compare(comparison, any, new double[] {1, 0}).fault()).isEqualTo(Fault.SHAPE);
        assertThat(compare(comparison, any, new double[][] {{Double.NaN, 0}, {0, 0}})
                        .fault())
                .isEqualTo(Fault.NAN);
        assertThat(compare(comparison, any, null).fault()).isEqualTo(Fault.NULL);
    }

    private static double[][] square(String numbers) {
        double[] all = Arrays.stream(numbers.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new double[][] {{all[0], all[1]}, {all[2], all[3]}};
    }
}
