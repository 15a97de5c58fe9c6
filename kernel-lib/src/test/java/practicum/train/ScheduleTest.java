package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void aTrapezoidRisesStaysAndFalls() {
        Schedule schedule = Schedule.trapezoid(3e-3, 5, 0.4);
        assertThat(schedule.at(0, 100)).isCloseTo(3e-3 / 5, within(1e-12));
        assertThat(schedule.at(4, 100)).isEqualTo(3e-3);
        assertThat(schedule.at(60, 100)).isEqualTo(3e-3);
        assertThat(schedule.at(80, 100)).isCloseTo(1.5e-3, within(1e-12));
        assertThat(schedule.at(99, 100)).isCloseTo(3e-3 / 40, within(1e-12)).isPositive();
    }

    @Test
    void aCosineIsHalfWayInTheMiddleAndEndsWhereItIsTold() {
        Schedule schedule = Schedule.cosine(2, 0.1).warmup(10);
        assertThat(schedule.at(4, 111)).isCloseTo(1, within(1e-12));
        assertThat(schedule.at(10, 111)).isCloseTo(2, within(1e-12));
        assertThat(schedule.at(60, 111)).isCloseTo(2 * (0.1 + 0.9 / 2), within(1e-12));
        assertThat(schedule.at(110, 111)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void stairsGoDownByTheirFactor() {
        Schedule schedule = Schedule.stairs(1, 0.5, 10);
        assertThat(new double[] {
                    schedule.at(0, 40),
                    schedule.at(9, 40),
                    schedule.at(10, 40),
                    schedule.at(29, 40),
                    schedule.at(30, 40)
                })
                .containsExactly(1, 1, 0.5, 0.25, 0.125);
    }

    @Test
    void aConstantRateIsTheSameFromTheFirstStepUnlessItRises() {
        assertThat(Schedule.constant(0.3).at(0, 10)).isEqualTo(0.3);
        assertThat(Schedule.constant(0.3).warmup(3).at(0, 10)).isCloseTo(0.1, within(1e-12));
        assertThat(Schedule.constant(0.3).warmup(3).at(2, 10)).isEqualTo(0.3);
    }

    @Test
    void aScheduleThatGoesNowhereIsRefused() {
        assertThatThrownBy(() -> Schedule.constant(0)).hasMessageContaining("a rate above 0");
        assertThatThrownBy(() -> Schedule.cosine(1, 1.5)).hasMessageContaining("an end between 0 and 1");
        assertThatThrownBy(() -> Schedule.stairs(1, 0.5, 0)).hasMessageContaining("stairs of at least 1 step");
        assertThatThrownBy(() -> Schedule.constant(Double.NaN)).isInstanceOf(TrainingException.class);
    }
}
