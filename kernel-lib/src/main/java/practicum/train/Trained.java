package practicum.train;

import java.util.Map;
import practicum.tensor.Tensor;

/**
 * What a training made.
 *
 * @param parameters by name
 * @param curve how the loss fell
 * @param seconds that the steps took
 * @param stoppedEarly whether steps were left when the held-out loss had stopped falling
 */
public record Trained(Map<String, Tensor> parameters, LossCurve curve, double seconds, boolean stoppedEarly) {
    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%,d steps in %.1f s%s, last loss %.4f",
                curve.losses().size(),
                seconds,
                stoppedEarly ? " (stopped early)" : "",
                curve.last(Trainer.SMOOTHED));
    }
}
