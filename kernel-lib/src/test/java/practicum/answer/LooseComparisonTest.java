package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparisons that leave something open: order, length, rotation, a share. */
class LooseComparisonTest {
    private static final double[][] ROWS = {{1, 2, 3}, {0, 1, 0}, {4, 0, -1}};

    private static Verdict compare(String comparison, Object expected, Object actual) {
        return Comparison.parse(comparison).compare(Value.of(expected), Value.of(actual));
    }

    private static boolean passes(String comparison, Object expected, Object actual) {
        return compare(comparison, expected, actual).passed();
    }

    @Test
    void rowsOrColumnsMayStandInAnotherOrder() {
        double[][] turned = {{4, 0, -1}, {1, 2, 3}, {0, 1, 0}};
        double[][] columns = {{3, 2, 1}, {0, 1, 0}, {-1, 0, 4}};
        assertThat(passes("order", ROWS, turned)).isTrue();
        assertThat(passes("close", ROWS, turned)).isFalse();
        assertThat(passes("order", ROWS, columns)).isFalse();
        assertThat(passes("order(axis=1)", ROWS, columns)).isTrue();
        double[][] twice = {{4, 0, -1}, {4, 0, -1}, {0, 1, 0}};
        assertThat(compare("order", ROWS, twice).rationale())
                .isEqualTo("2 of 3 slices along axis 0 are there in some order; slice 0 is not.");
    }

    /** 0 fits 0.4 and −0.4, and 0.8 fits only 0.4: taking the nearest first would leave it without a partner. */
    @Test
    void thePartnersAreFoundAlsoWhereTolerancesOverlap() {
        assertThat(passes("order(rtol=0, atol=0.5)", new double[] {0, 0.8}, new double[] {0.4, -0.4}))
                .isTrue();
    }

    @Test
    void aDirectionMayHaveAnotherLengthAndOnRequestTheOtherSign() {
        double[] v = {1, -2, 0};
        assertThat(passes("scale", v, new double[] {3, -6, 0})).isTrue();
        assertThat(passes("scale", v, new double[] {3, -6, 0.01})).isFalse();
        assertThat(compare("scale", v, new double[] {-1, 2, 0}).diagnosis()).contains("sign");
        assertThat(passes("scale(sign=any)", v, new double[] {-1, 2, 0})).isTrue();
        assertThat(compare("scale", v, new double[] {0, 0, 0}).rationale()).contains("All numbers are 0");
    }

    @Test
    void rowsMayBeRotatedOrReflectedTogether() {
        double c = Math.cos(0.7);
        double s = Math.sin(0.7);
        double[][] rotated = new double[3][];
        for (int i = 0; i < 3; i++) {
            double[] r = ROWS[i];
            rotated[i] = new double[] {c * r[0] - s * r[1], s * r[0] + c * r[1], -r[2]};
        }
        assertThat(passes("rotation", ROWS, rotated)).isTrue();
        rotated[1][0] += 0.1;
        assertThat(passes("rotation", ROWS, rotated)).isFalse();
        assertThatThrownBy(() -> compare("rotation", new double[] {1}, new double[] {1}))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("rows of numbers");
    }

    @Test
    void aSubspaceIsTheSameWhateverRowsSpanIt() {
        double[][] plane = {{1, 0, 0, 0}, {0, 1, 0, 0}};
        double[][] mixed = {{2, 3, 0, 0}, {-1, 5, 0, 0}};
        assertThat(passes("subspace(degrees=0.1)", plane, mixed)).isTrue();
        double tilt = Math.toRadians(4);
        double[][] tilted = {{2, 0, 0, 0}, {0, Math.cos(tilt), Math.sin(tilt), 0}};
        assertThat(compare("subspace(degrees=5)", plane, tilted).rationale())
                .startsWith("The largest angle")
                .contains("4.0000°");
        assertThat(passes("subspace(degrees=5)", plane, tilted)).isTrue();
        assertThat(passes("subspace(degrees=3)", plane, tilted)).isFalse();
        assertThat(compare("subspace(degrees=5)", plane, new double[][] {{1, 1, 0, 0}, {2, 2, 0, 0}})
                        .rationale())
                .isEqualTo("The rows span 1 dimension, but 2 dimensions were expected.");
        assertThat(passes("subspace(degrees=1)", new double[] {1, 1}, new double[] {-3, -3}))
                .isTrue();
    }

    @Test
    void distributionsMayDifferALittle() {
        double[][] p = {{0.5, 0.5}, {1, 0}};
        double[][] q = {{0.5, 0.5}, {0.9, 0.1}};
        assertThat(passes("distribution(tv=0.11)", p, q)).isTrue();
        assertThat(compare("distribution(tv=0.09)", p, q).rationale())
                .isEqualTo("The total variation, at most in row 1, is 0.10000, of 0.090000 that it may be.");
        assertThat(passes("distribution(kl=0.106)", p, q)).isTrue(); // −ln 0.9 = 0.10536
        assertThat(passes("distribution(kl=0.105)", p, q)).isFalse();
        assertThat(passes("distribution(kl=9)", q, p)).isFalse(); // infinite: p gives 0 to what q does not
        assertThat(compare("distribution(tv=0.5)", p, new double[][] {{2, 3}, {1, 0}})
                        .diagnosis())
                .contains("softmax");
    }

    @Test
    void numbersMayBeAskedToRiseOrFall() {
        assertThat(passes("monotone", new double[] {0, 0, 0}, new double[] {1, 1, 2}))
                .isTrue();
        assertThat(compare("monotone(ties=no)", new double[] {0, 0, 0}, new double[] {1, 1, 2})
                        .rationale())
                .isEqualTo("The numbers should strictly rise, but 1 follows 1 at [1].");
        assertThat(passes("monotone(order=falling)", new double[] {0, 0}, new double[] {1, 2}))
                .isFalse();
        assertThat(compare("monotone", new double[] {0, 0}, new double[] {1}).fault())
                .isEqualTo(Fault.SHAPE);
    }

    /** τ-b of five numbers with a tie, by hand: 8 agreeing pairs less 1, over √(9 · 10). */
    @Test
    void ranksMayBeNearlyTheSame() {
        double[] a = {1, 2, 2, 4, 5};
        double[] b = {1, 3, 2, 5, 4};
        assertThat(passes("kendall(tau=0.737)", a, b)).isTrue(); // 7 / √90 = 0.7379
        assertThat(passes("kendall(tau=0.739)", a, b)).isFalse();
        assertThat(compare("kendall(tau=0.7)", a, new double[] {5, 4, 3, 2, 1}).diagnosis())
                .contains("reversed");
        assertThat(passes("kendall(tau=0.1)", a, new double[] {3, 3, 3, 3, 3})).isFalse();
    }

    @Test
    void theLargestMayStandInAnyOrderAndTiesMayBeBrokenEitherWay() {
        double[] scores = {9, 8, 5, 5, 1};
        assertThat(passes("largest(k=2)", scores, new double[] {3, 4, 0, 0, 0})).isTrue();
        assertThat(passes("largest(k=3)", scores, new double[] {9, 8, 1, 7, 0})).isTrue();
        assertThat(passes("largest(k=3)", scores, new double[] {9, 8, 7, 1, 0})).isTrue();
        assertThat(compare("largest(k=3)", scores, new double[] {9, 1, 0, 7, 8}).rationale())
                .isEqualTo("Of the 3 largest, those at [1] are missing, and those at [4] do not belong.");
        assertThatThrownBy(() -> compare("largest(k=6)", scores, scores)).hasMessageContaining("no 6 largest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "scale",
                "rotation",
                "subspace(degrees=90)",
                "distribution(tv=1)",
                "monotone",
                "kendall(tau=0.1)",
                "largest(k=1)",
                "metric(of=rmse, most=9)",
                "property(is=nonnegative)"
            })
    void everyFaultIsToldAsItIs(String comparison) {
        double[][] expected = {{0.25, 0.75}, {0, 1}};
        assertThat(passes(comparison, expected, expected.clone())).isTrue();
        assertThat(compare(comparison, expected, null).fault()).isEqualTo(Fault.NULL);
        assertThat(compare(comparison, expected, "text").fault()).isEqualTo(Fault.KIND);
        assertThat(compare(comparison, expected, List.of()).fault()).isEqualTo(Fault.EMPTY);
        assertThat(compare(comparison, expected, new double[] {1, 2}).fault()).isEqualTo(Fault.SHAPE);
        assertThat(compare(comparison, expected, new double[][] {{Double.NaN, 1}, {0, 1}})
                        .fault())
                .isEqualTo(Fault.NAN);
        assertThat(compare(comparison, expected, new double[][] {{0, 1}, {Double.POSITIVE_INFINITY, 1}})
                        .fault())
                .isEqualTo(Fault.INFINITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subspace",
                "kendall(tau=0)",
                "distribution",
                "distribution(tv=1, kl=1)",
                "largest",
                "largest(k=0)",
                "order(axis=-1)",
                "scale(sign=none)",
                "monotone(order=up)"
            })
    void aComparisonThatCannotBeMeantIsAnError(String text) {
        assertThatThrownBy(() -> Comparison.parse(text)).isInstanceOf(AnswerException.class);
    }

    @Test
    void randomRowsAgreeWithTheirRotationOnlyByRotation() {
        Random random = new Random(1);
        double[][] rows = new double[5][2];
        double[][] rotated = new double[5][2];
        for (int i = 0; i < 5; i++) {
            rows[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            rotated[i] = new double[] {-rows[i][1], rows[i][0]};
        }
        assertThat(passes("rotation", rows, rotated)).isTrue();
        assertThat(List.of("close", "sign", "scale(sign=any)", "order")).noneMatch(c -> passes(c, rows, rotated));
    }
}
