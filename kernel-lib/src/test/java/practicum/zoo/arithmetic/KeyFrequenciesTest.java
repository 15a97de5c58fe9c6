package practicum.zoo.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;
import practicum.world.arithmetic.FourierSolution;

class KeyFrequenciesTest {
    private static final int P = 13;

    private static Tensor solution(int... frequencies) {
        return FourierSolution.of(P, frequencies).logits().reshape(P * P, P);
    }

    @Test
    void theRuleItselfIsExplainedByItsFrequenciesInEvenParts() {
        KeyFrequencies found = KeyFrequencies.of(solution(2, 5));
        assertThat(found.keys()).containsExactlyInAnyOrder(2, 5);
        assertThat(found.shares().stream().mapToDouble(Double::doubleValue).toArray())
                .containsExactly(new double[] {0, 0.5, 0, 0, 0.5, 0}, within(1e-6));
    }

    @Test
    void aFrequencyTwiceAsLoudExplainsFourTimesAsMuch() {
        KeyFrequencies found = KeyFrequencies.of(solution(3).mul(2).add(solution(6)));
        assertThat(found.keys()).containsExactly(3, 6);
        assertThat(found.explained(List.of(3))).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void whatIsTheSameForEveryAnswerDoesNotCount() {
        Tensor louderForSomeSums = Tensor.randn(1, P * P, 1).mul(10);
        KeyFrequencies found = KeyFrequencies.of(solution(4).add(louderForSomeSums));
        assertThat(found.explained(List.of(4))).isCloseTo(1, within(1e-5));
    }

    @Test
    void noiseIsExplainedByNoFrequency() {
        KeyFrequencies found = KeyFrequencies.of(Tensor.randn(1, P * P, P));
        assertThat(found.explained(List.of(1, 2, 3, 4, 5, 6))).isLessThan(0.02);
        assertThat(found.keys()).isEmpty();
    }

    @Test
    void theRunnersUpAreTheNextAndNoKeys() {
        Tensor logits = solution(3)
                .add(solution(6))
                .add(solution(1).mul(0.1))
                .add(solution(5).mul(0.05));
        assertThat(KeyFrequencies.of(logits).runnersUp()).containsExactly(1, 5);
    }
}
