package practicum.model;

import java.util.Arrays;

/** How rotary angles are changed so that a model reads prompts longer than those of its training. */
public sealed interface RotaryScaling {
    /** Angles per position of each pair, for a prompt of this length. */
    double[] frequencies(Rotary rotary, int length);

    /** What cosines and sines are multiplied by. */
    default double magnitude() {
        return 1;
    }

    /** Whether angles depend on the prompt's length, so that keys cannot be kept while it grows. */
    default boolean dependsOnLength() {
        return false;
    }

    /** Angles as trained. */
    record None() implements RotaryScaling {
        @Override
        public double[] frequencies(Rotary rotary, int length) {
            return rotary.unscaled(rotary.base());
        }
    }

    /** All angles divided by a factor (Chen et al. 2023, arXiv 2306.15595). */
    record Linear(double factor) implements RotaryScaling {
        @Override
        public double[] frequencies(Rotary rotary, int length) {
            return Arrays.stream(rotary.unscaled(rotary.base()))
                    .map(f -> f / factor)
                    .toArray();
        }
    }

    /**
     * A base that grows with the prompt once it is longer than {@code trained} positions ("dynamic NTK", 2023).
     *
     * @param trained positions seen in training
     */
    record Dynamic(double factor, int trained) implements RotaryScaling {
        @Override
        public double[] frequencies(Rotary rotary, int length) {
            double stretch = factor * Math.max(length, trained) / trained - (factor - 1);
            double power = rotary.dims() / (rotary.dims() - 2.0);
            return rotary.unscaled(rotary.base() * Math.pow(stretch, power));
        }

        @Override
        public boolean dependsOnLength() {
            return true;
        }
    }

    /**
     * Slow pairs divided by a factor, fast ones kept, a ramp between (Llama 3.1, 2024, arXiv 2407.21783).
     *
     * @param low pairs that turn fewer times than this in {@code trained} positions are slow
     * @param high pairs that turn more often are fast
     */
    record Llama3(double factor, double low, double high, int trained) implements RotaryScaling {
        @Override
        public double[] frequencies(Rotary rotary, int length) {
            return Arrays.stream(rotary.unscaled(rotary.base()))
                    .map(this::scaled)
                    .toArray();
        }

        private double scaled(double frequency) {
            double turns = trained * frequency / (2 * Math.PI);
            if (turns < low) {
                return frequency / factor;
            }
            if (turns > high) {
                return frequency;
            }
            double kept = (turns - low) / (high - low);
            return (1 - kept) * frequency / factor + kept * frequency;
        }
    }

    /**
     * YaRN: a ramp over the pairs between keeping and dividing by a factor (Peng et al. 2023, arXiv 2309.00071).
     *
     * @param magnitude what cosines and sines are multiplied by
     * @param betaFast pairs that turn more often than this in {@code trained} positions are kept
     * @param betaSlow pairs that turn less often are divided
     * @param truncate whether the ramp begins and ends at whole pairs
     */
    record Yarn(double factor, double magnitude, double betaFast, double betaSlow, int trained, boolean truncate)
            implements RotaryScaling {
        @Override
        public double[] frequencies(Rotary rotary, int length) {
            double from = pair(betaFast, rotary);
            double to = pair(betaSlow, rotary);
            if (truncate) {
                from = Math.floor(from);
                to = Math.ceil(to);
            }
            from = Math.max(from, 0);
            to = Math.min(to, rotary.dims() - 1.0);
            double width = from == to ? 0.001 : to - from; // the reference does the same to avoid 0/0
            double[] frequencies = rotary.unscaled(rotary.base());
            for (int i = 0; i < frequencies.length; i++) {
                double divided = Math.min(1, Math.max(0, (i - from) / width));
                frequencies[i] = frequencies[i] * (1 - divided) + frequencies[i] / factor * divided;
            }
            return frequencies;
        }

        /** The pair, not a whole number, that turns this many times in the trained positions. */
        private double pair(double turns, Rotary rotary) {
            return rotary.dims() * Math.log(trained / (turns * 2 * Math.PI)) / (2 * Math.log(rotary.base()));
        }
    }
}
