package practicum.load;

import org.jspecify.annotations.Nullable;
import practicum.model.Rotary;
import practicum.model.RotaryScaling;

/**
 * Reads rotary positions in both forms: {@code rope_theta} beside {@code rope_scaling}, as files had it until 2025, and
 * {@code rope_parameters}, as they have it since.
 */
final class Rotaries {
    private final ConfigReader json;
    private final int dHead;
    private final double base;
    private final double part;
    private final boolean interleaved;

    private Rotaries(ConfigReader json, int dHead, double base, double part, boolean interleaved) {
        this.json = json;
        this.dHead = dHead;
        this.base = base;
        this.part = part;
        this.interleaved = interleaved;
    }

    /** Rotary positions that turn whole heads, with the base 10,000 unless the file says otherwise. */
    static Rotaries of(ConfigReader json, int dHead) {
        return new Rotaries(json, dHead, 10_000, 1, false);
    }

    /** Another base where the file names none. */
    Rotaries base(double value) {
        return new Rotaries(json, dHead, value, part, interleaved);
    }

    /** Only this part of a head is turned where the file does not say. */
    Rotaries part(double value) {
        return new Rotaries(json, dHead, base, value, interleaved);
    }

    /** The rotary positions of every layer. */
    Rotary read() {
        ConfigReader parameters = json.section("rope_parameters");
        return parameters == null ? old() : of(parameters);
    }

    /** The rotary positions of one kind of layer, where each kind has its own. */
    Rotary read(String kind, double kindsBase, boolean scaled) {
        ConfigReader parameters = json.section("rope_parameters");
        if (parameters == null) {
            return scaled ? base(kindsBase).old() : plain(kindsBase);
        }
        ConfigReader own = parameters.section(kind);
        return own == null ? base(kindsBase).of(parameters) : base(kindsBase).of(own);
    }

    private Rotary old() {
        ConfigReader scaling = json.section("rope_scaling");
        double theta = json.number("rope_theta", base);
        return rotary(theta, json.number("partial_rotary_factor", part), scaling);
    }

    private Rotary of(ConfigReader parameters) {
        double theta = agreed(parameters, "rope_theta", base);
        return rotary(theta, agreed(parameters, "partial_rotary_factor", part), parameters);
    }

    private Rotary plain(double theta) {
        return new Rotary(dims(part), interleaved, theta, new RotaryScaling.None());
    }

    /** A value that may be written inside and outside, but not differently. */
    private double agreed(ConfigReader parameters, String key, double otherwise) {
        double inside = parameters.number(key, json.number(key, otherwise));
        if (json.has(key) && json.number(key) != inside) {
            throw new LoadException(json.where() + ": \"" + key + "\" is " + json.number(key) + ", but rope_parameters"
                    + " say " + inside + ".");
        }
        return inside;
    }

    private Rotary rotary(double theta, double turnedPart, @Nullable ConfigReader scaling) {
        return new Rotary(dims(turnedPart), interleaved, theta, scaling(scaling));
    }

    private int dims(double turnedPart) {
        return (int) (dHead * turnedPart);
    }

    private RotaryScaling scaling(@Nullable ConfigReader s) {
        if (s == null) {
            return new RotaryScaling.None();
        }
        String kind = s.has("rope_type") ? s.text("rope_type") : s.has("type") ? s.text("type") : "default";
        s.has("type");
        return switch (kind) {
            case "default" -> new RotaryScaling.None();
            case "linear" -> new RotaryScaling.Linear(s.number("factor"));
            case "dynamic" -> new RotaryScaling.Dynamic(s.number("factor"), dynamicallyTrained(s));
            case "llama3" ->
                new RotaryScaling.Llama3(
                        s.number("factor"),
                        s.number("low_freq_factor"),
                        s.number("high_freq_factor"),
                        s.integer("original_max_position_embeddings"));
            case "yarn" -> yarn(s);
            default ->
                throw new LoadException(s.where() + ": the rotary scaling \"" + kind
                        + "\" is not one this library knows; it knows default, linear, dynamic, llama3 and yarn.");
        };
    }

    private int trained(ConfigReader s) {
        return s.integer("original_max_position_embeddings", json.integer("max_position_embeddings"));
    }

    /** The reference stretches from {@code max_position_embeddings} on, whatever else the file says. */
    private int dynamicallyTrained(ConfigReader s) {
        int max = json.integer("max_position_embeddings");
        if (trained(s) != max) {
            throw new LoadException(s.where() + ": dynamic scaling begins at max_position_embeddings (" + max
                    + "); \"original_max_position_embeddings\" must be the same or absent, but it is " + trained(s)
                    + ".");
        }
        return max;
    }

    private RotaryScaling yarn(ConfigReader s) {
        int trained = trained(s);
        double factor = s.number("factor", (double) json.integer("max_position_embeddings") / trained);
        double mscale = s.number("mscale", 0);
        double mscaleAll = s.number("mscale_all_dim", 0);
        double magnitude = mscale != 0 && mscaleAll != 0
                ? yarnMagnitude(factor, mscale) / yarnMagnitude(factor, mscaleAll)
                : yarnMagnitude(factor, 1);
        return new RotaryScaling.Yarn(
                factor,
                s.number("attention_factor", magnitude),
                s.number("beta_fast", 32),
                s.number("beta_slow", 1),
                trained,
                s.flag("truncate", true));
    }

    private static double yarnMagnitude(double factor, double mscale) {
        return factor <= 1 ? 1 : 0.1 * mscale * Math.log(factor) + 1;
    }

    /** Rotary positions whose pairs are neighbours. */
    Rotaries interleaved() {
        return new Rotaries(json, dHead, base, part, true);
    }
}
