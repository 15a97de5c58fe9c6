package practicum.zoo;

import java.util.List;
import java.util.Locale;

/**
 * A number that a model card claims, beside the number that it must be compared with; both to four decimals.
 *
 * @param name such as "facts: city"
 * @param measures what the value is, in words
 * @param value what the model shows
 * @param controlled what the control is, in words
 * @param control what the control shows
 * @param tolerance how far another machine's value may lie from the card's
 * @param practicums stems of the practicums that rest on it
 */
public record Measurement(
        String name,
        String measures,
        double value,
        String controlled,
        double control,
        double tolerance,
        List<String> practicums) {

    public Measurement {
        value = rounded(name, value);
        control = rounded(name, control);
        practicums = List.copyOf(practicums);
    }

    private static double rounded(String name, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("\"" + name + "\" was measured as " + number + ", which is no number.");
        }
        return Math.round(number * 1e4) / 1e4;
    }

    /** Whether another measurement of the same thing says the same. */
    public boolean agreesWith(Measurement other) {
        return name.equals(other.name)
                && Math.abs(value - other.value) <= tolerance
                && Math.abs(control - other.control) <= tolerance;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %.3f (%s: %.3f)", name, value, controlled, control);
    }
}
