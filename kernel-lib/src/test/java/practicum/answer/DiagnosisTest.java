package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

/** The wrong answers here are made with the tensor library, not with the code that recognises them. */
class DiagnosisTest {
    private static final Tensor LOGITS = Tensor.randn(7, 2, 5, 6).named("batch", "pos", "d_vocab");

    private static String diagnosis(Object expected, Object actual) {
        var verdict = Comparison.parse("close").compare(Value.of(expected), Value.of(actual));
        assertThat(verdict.passed()).isFalse();
        return verdict.diagnosis();
    }

    @Test
    void probabilitiesForLogitsAndTheReverse() {
        assertThat(diagnosis(LOGITS, LOGITS.softmax(-1)))
                .isEqualTo("These are probabilities where logits were asked for: leave the softmax out (softmax over"
                        + " axis 2 (d_vocab)).");
        assertThat(diagnosis(LOGITS.softmax(-1), LOGITS)).contains("a softmax is missing");
        assertThat(diagnosis(LOGITS, LOGITS.logSoftmax(-1))).contains("log-probabilities where logits");
        assertThat(diagnosis(LOGITS.logSoftmax(-1), LOGITS)).contains("a log-softmax is missing");
        assertThat(diagnosis(LOGITS.softmax(-1), LOGITS.logSoftmax(-1))).contains("log-probabilities where prob");
        assertThat(diagnosis(LOGITS.logSoftmax(-1), LOGITS.softmax(-1))).contains("probabilities where log-prob");
    }

    @Test
    void softmaxOverTheWrongAxis() {
        assertThat(diagnosis(LOGITS.softmax(-1), LOGITS.softmax(1)))
                .contains("wrong axis")
                .contains("axis 1 (pos)");
    }

    @Test
    void transposedAndFlipped() {
        var square = Tensor.randn(1, 4, 4);
        assertThat(diagnosis(square, square.t())).contains("transposed");
        var wide = Tensor.randn(1, 4, 3);
        assertThat(diagnosis(wide, wide.t())).contains("transposed");
        assertThat(diagnosis(LOGITS, LOGITS.permute(1, 0, 2)))
                .contains("The axes are in another order: they stand as [1, 0, 2]");
        assertThat(diagnosis(new double[] {1, 2, 4}, new double[] {4, 2, 1})).contains("reverse order along axis 0");
        assertThat(diagnosis(new double[] {1, 2, 4}, new double[] {2, 4, 1})).contains("another order");
    }

    @Test
    void offByOneLayerOrToken() {
        var byLayer = Tensor.randn(3, 6, 4).named("layer", "pos");
        var one = Tensor.randn(4, 1, 4);
        var later = Tensor.concat(0, java.util.List.of(byLayer.narrow(0, 1, 6), one));
        var earlier = Tensor.concat(0, java.util.List.of(one, byLayer.narrow(0, 0, 5)));
        assertThat(diagnosis(byLayer, later)).contains("axis 0 (layer)").contains("the next layer");
        assertThat(diagnosis(byLayer, earlier)).contains("the previous layer");
    }

    @Test
    void theScaleOfAttentionScores() {
        assertThat(diagnosis(LOGITS, LOGITS.mul(Math.sqrt(24)))).contains("A missing division by √24");
        assertThat(diagnosis(LOGITS, LOGITS.div(Math.sqrt(24)))).contains("too many by √24");
        assertThat(diagnosis(LOGITS, LOGITS.mul(8))).contains("√64").contains("a sum over 8");
        assertThat(diagnosis(LOGITS, LOGITS.mul(1.37))).contains("1.3700 times too large");
        assertThat(diagnosis(LOGITS, LOGITS.mul(-2))).contains("with the sign flipped");
        assertThat(diagnosis(LOGITS, LOGITS.mul(0.9998)))
                .as("1.0000 times too small explains nothing")
                .isEmpty();
    }

    @Test
    void theBaseOfALogarithmAlsoOfASingleNumber() {
        assertThat(diagnosis(2.0, 2.0 / Math.log(2))).contains("bits");
        assertThat(diagnosis(2.0, 2.0 * Math.log(2))).contains("nats");
        assertThat(diagnosis(2.0, 2.0 / Math.log(10))).contains("base 10");
        assertThat(diagnosis(LOGITS, LOGITS.div(Math.log(2)))).contains("bits");
    }

    @Test
    void signShiftComplementAndRoot() {
        assertThat(diagnosis(LOGITS, LOGITS.neg())).contains("The sign is flipped");
        assertThat(diagnosis(3.5, -3.5)).contains("The sign is flipped");
        assertThat(diagnosis(LOGITS, LOGITS.abs())).contains("the sign was lost");
        assertThat(diagnosis(LOGITS, LOGITS.add(0.75))).contains("too large by the same 0.75000");
        assertThat(diagnosis(0.9, 0.1)).contains("1 minus");
        assertThat(diagnosis(0.25, 25)).contains("percentage");
        assertThat(diagnosis(1.5, 2.25)).contains("square");
    }

    /** Scores behind a softmax: the factor is seen in the logarithms. */
    @Test
    void theScaleOfAttentionScoresBehindTheSoftmax() {
        var pattern = LOGITS.softmax(-1);
        assertThat(diagnosis(pattern, LOGITS.mul(Math.sqrt(32)).softmax(-1)))
                .contains("A missing division by √32 before the softmax");
        assertThat(diagnosis(pattern, LOGITS.div(8).softmax(-1))).contains("√64 too many before the softmax");
        assertThat(diagnosis(pattern, LOGITS.neg().softmax(-1))).contains("opposite sign");
        assertThat(diagnosis(pattern, LOGITS.mul(Math.log(2)).softmax(-1))).contains("powers of 2 instead of e");
        assertThat(diagnosis(pattern, LOGITS.mul(1.37).softmax(-1))).contains("1.3700 times too large");
        assertThat(diagnosis(pattern, LOGITS.add(Tensor.randn(8, 2, 5, 6)).softmax(-1)))
                .isEmpty();
    }

    @Test
    void aCausalMaskThatIsMissingOrComesTooLate() {
        var scores = Tensor.randn(5, 2, 4, 4);
        var ahead = Tensor.ones(4, 4).sub(Tensor.ones(4, 4).tril(0));
        var masked = scores.add(ahead.mul(-1e9)).softmax(-1);
        assertThat(diagnosis(masked, scores.softmax(-1))).contains("missing before the softmax");
        assertThat(diagnosis(masked, scores.softmax(-1).mul(Tensor.ones(4, 4).tril(0))))
                .contains("after the softmax instead of before");
        assertThat(diagnosis(scores.mul(Tensor.ones(4, 4).tril(0)), scores)).contains("the causal mask is missing");
    }

    @Test
    void rowsThatWereNotNormalised() {
        var rows =
                Tensor.randn(6, 5, 8).add(1.5).mul(Tensor.randn(9, 5, 1).abs().add(1));
        var centred = rows.sub(rows.mean(-1).unsqueeze(-1));
        var deviation = centred.mul(centred).mean(-1).sqrt().unsqueeze(-1);
        assertThat(diagnosis(centred, rows)).contains("to be centred");
        assertThat(diagnosis(centred.div(deviation), rows)).contains("A LayerNorm is missing");
        assertThat(diagnosis(rows.div(rows.mul(rows).mean(-1).sqrt().unsqueeze(-1)), rows))
                .contains("root mean square");
        assertThat(diagnosis(rows.div(rows.mul(rows).sum(-1).sqrt().unsqueeze(-1)), rows))
                .contains("unit vectors");
    }

    @Test
    void shapesThatTellWhatWentWrong() {
        assertThat(diagnosis(LOGITS, LOGITS.reshape(10, 6))).contains("reshape [10, 6] to [2, 5, 6]");
        assertThat(diagnosis(LOGITS.select(1, 4), LOGITS)).contains("only its position 4");
        assertThat(diagnosis(LOGITS.mean(1), LOGITS)).contains("the mean over it was asked for");
        assertThat(diagnosis(LOGITS.sum(1), LOGITS)).contains("the sum over it was asked for");
        assertThat(diagnosis(LOGITS, LOGITS.mean(1))).contains("axis 1 (pos), is missing");
        assertThat(diagnosis(LOGITS, LOGITS.narrow(1, 1, 5)))
                .isEqualTo("1 too few along axis 1 (pos), at the start; the others are right.");
        assertThat(diagnosis(LOGITS.narrow(1, 0, 4), LOGITS))
                .contains("1 too many along axis 1")
                .contains("from the start on");
    }

    @Test
    void wrongNumbersWithoutAPatternGetNoDiagnosis() {
        var random = new Random(5);
        int explained = 0;
        for (int i = 0; i < 300; i++) {
            int size = 1 + random.nextInt(6);
            DoubleUnaryOperator noise = x -> random.nextGaussian();
            var expected = java.util.stream.DoubleStream.generate(() -> 0)
                    .limit(size)
                    .map(noise)
                    .toArray();
            var actual = java.util.stream.DoubleStream.generate(() -> 0)
                    .limit(size)
                    .map(noise)
                    .toArray();
            explained += diagnosis(expected, actual).isEmpty() ? 0 : 1;
        }
        assertThat(explained).isLessThanOrEqualTo(1);
    }
}
