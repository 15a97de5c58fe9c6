package practicum.reference;

import java.util.Arrays;

/** The rope types of transformers' modeling_rope_utils.py: what {@code rope_parameters} makes of the frequencies. */
final class RopeScaling {
    private final Config parameters;
    private final int size;
    private final int maxPositions;
    private final double theta;

    private RopeScaling(Config parameters, int headSize, int maxPositions) {
        this.parameters = parameters;
        this.size = (int) (headSize * parameters.number("partial_rotary_factor", 1));
        this.maxPositions = maxPositions;
        this.theta = parameters.number("rope_theta");
    }

    static Rope rope(Config parameters, int headSize, int maxPositions) {
        RopeScaling scaling = new RopeScaling(parameters, headSize, maxPositions);
        double[] plain = Rope.frequencies(scaling.theta, scaling.size);
        String type = parameters.text("rope_type");
        return switch (type) {
            case "default" -> new Rope(length -> plain, 1, false);
            case "linear" -> new Rope(length -> scaling.slower(plain), 1, false);
            case "dynamic" -> new Rope(scaling::dynamic, 1, false);
            case "llama3" -> new Rope(length -> scaling.llama3(plain), 1, false);
            case "yarn" -> new Rope(length -> scaling.yarn(plain), scaling.yarnMagnitude(), false);
            default -> throw new IllegalArgumentException("the reference has no rope type " + type);
        };
    }

    /** Yarn alone may leave it to the ratio of the positions. */
    private double factor() {
        return parameters.text("rope_type").equals("yarn")
                ? parameters.number("factor", (double) maxPositions / originalPositions())
                : parameters.number("factor");
    }

    private int originalPositions() {
        return parameters.integer("original_max_position_embeddings", maxPositions);
    }

    private double[] slower(double[] plain) {
        return Arrays.stream(plain).map(f -> f / factor()).toArray();
    }

    /** Rows longer than the model was trained for raise the base (NTK-aware scaling). */
    private double[] dynamic(int length) {
        double stretch = factor() * Math.max(length, maxPositions) / maxPositions - (factor() - 1);
        return Rope.frequencies(theta * Math.pow(stretch, size / (size - 2.0)), size);
    }

    /** Long wavelengths are slowed down, short ones kept, those between interpolated (Llama 3.1). */
    private double[] llama3(double[] plain) {
        double low = parameters.number("low_freq_factor");
        double high = parameters.number("high_freq_factor");
        return Arrays.stream(plain)
                .map(f -> {
                    double turns = originalPositions() * f / (2 * Math.PI);
                    double kept = Math.min(1, Math.max(0, (turns - low) / (high - low)));
                    return kept * f + (1 - kept) * f / factor();
                })
                .toArray();
    }

    /** YaRN (Peng et al. 2023, arXiv 2309.00071): a ramp over the pairs from kept to slowed down. */
    private double[] yarn(double[] plain) {
        double low = pairTurning(parameters.number("beta_fast", 32));
        double high = pairTurning(parameters.number("beta_slow", 1));
        if (parameters.flag("truncate", true)) {
            low = Math.floor(low);
            high = Math.ceil(high);
        }
        low = Math.max(low, 0);
        high = Math.min(high, size - 1);
        double width = low == high ? 0.001 : high - low;
        double[] scaled = new double[plain.length];
        for (int pair = 0; pair < plain.length; pair++) {
            double slowed = Math.min(1, Math.max(0, (pair - low) / width));
            scaled[pair] = slowed * plain[pair] / factor() + (1 - slowed) * plain[pair];
        }
        return scaled;
    }

    /** The (fractional) pair that turns so often over the original positions. */
    private double pairTurning(double rotations) {
        return size * Math.log(originalPositions() / (rotations * 2 * Math.PI)) / (2 * Math.log(theta));
    }

    private double yarnMagnitude() {
        double mscale = parameters.number("mscale", 0);
        double allDimensions = parameters.number("mscale_all_dim", 0);
        double suggested =
                mscale != 0 && allDimensions != 0 ? magnitude(mscale) / magnitude(allDimensions) : magnitude(1);
        return parameters.number("attention_factor", suggested);
    }

    private double magnitude(double mscale) {
        return factor() <= 1 ? 1 : 0.1 * mscale * Math.log(factor()) + 1;
    }
}
