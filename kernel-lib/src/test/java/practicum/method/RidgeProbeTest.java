package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;
import practicum.tensor.TensorException;

class RidgeProbeTest {
    private final Tensor states = Tensor.randn(1, 200, 6);
    private final Tensor planted = Tensor.randn(2, 6, 2);

    @Test
    void aPlantedLinearMapIsFoundWithItsOffset() {
        Tensor numbers = states.matMul(planted).add(7);
        RidgeProbe probe = RidgeProbe.fit(states, numbers, 1e-9);
        assertThat(probe.directions().t().sub(planted).abs().max().item()).isLessThan(1e-3f);
        Tensor others = Tensor.randn(3, 50, 6);
        assertThat(probe.r2(others, others.matMul(planted).add(7))).isCloseTo(1, within(1e-5));
    }

    /** One dimension, by hand: standardised x is ±1, so the weight is mean(x·y) / (1 + penalty). */
    @Test
    void thePenaltyShrinksAsInTheFormula() {
        Tensor x = Tensor.of(new float[] {3, 5, 3, 5}, 4, 1); // mean 4, deviation 1
        Tensor y = Tensor.of(new float[] {-2, 2, -2, 2}, 4, 1);
        assertThat(RidgeProbe.fit(x, y, 1.0)
                        .predict(Tensor.of(new float[] {6}, 1, 1))
                        .item())
                .isCloseTo(2f, within(1e-4f)); // (6 − 4) · 2 / (1 + 1)
    }

    @Test
    void whatIsNotThereIsNotReadOutsideTheFit() {
        Tensor numbers = Tensor.randn(4, 200, 1);
        RidgeProbe probe = RidgeProbe.crossValidated(states, numbers, 5);
        assertThat(probe.r2(Tensor.randn(6, 200, 6), Tensor.randn(7, 200, 1))).isLessThan(0.05);
        assertThat(probe.penalty()).isGreaterThanOrEqualTo(1);
    }

    /** Noise in many dimensions: the folds choose a larger penalty than for a clean map, and predict better with it. */
    @Test
    void theFoldsChooseThePenaltyThatPredicts() {
        Tensor wide = Tensor.randn(8, 60, 40);
        Tensor direction = Tensor.randn(9, 40, 1);
        Tensor clean = wide.matMul(direction);
        Tensor noisy = clean.add(Tensor.randn(10, 60, 1).mul(8));
        Tensor others = Tensor.randn(11, 300, 40);
        RidgeProbe chosen = RidgeProbe.crossValidated(wide, noisy, 1);
        assertThat(RidgeProbe.crossValidated(wide, clean, 1).penalty()).isLessThan(chosen.penalty());
        Tensor truth = others.matMul(direction);
        assertThat(chosen.r2(others, truth))
                .isGreaterThan(RidgeProbe.fit(wide, noisy, 1e-4).r2(others, truth));
    }

    @Test
    void wrongInputSaysWhatIsWanted() {
        assertThatThrownBy(() -> RidgeProbe.fit(states, Tensor.zeros(3, 1), 1.0))
                .isInstanceOf(TensorException.class)
                .hasMessageContaining("as many rows of numbers");
        assertThatThrownBy(() -> RidgeProbe.fit(states, Tensor.zeros(200, 1), -1.0))
                .hasMessageContaining("at least 0");
        assertThatThrownBy(() -> RidgeProbe.crossValidated(Tensor.zeros(9, 2), Tensor.zeros(9, 1), 1))
                .hasMessageContaining("at least 10 states");
        RidgeProbe probe = RidgeProbe.fit(states, Tensor.zeros(200, 1), 1.0);
        assertThatThrownBy(() -> probe.r2(states, Tensor.ones(200, 1))).hasMessageContaining("not defined");
    }
}
