package practicum.answer;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The slips of single numbers: sign, absolute value, complement, reciprocal, per cent. */
final class Sign implements Slip {
    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        if (matches(expected, actual, x -> -x)) {
            return "The sign is flipped: this is the negative of what was expected. Was a difference taken the other way?";
        } else if (matches(expected, actual, Math::abs)) {
            return "These are absolute values: the sign was lost.";
        } else if (matches(expected, actual, x -> 1 - x)) {
            return "This is 1 minus what was expected: the other case was counted.";
        } else if (matches(expected, actual, x -> 1 / x)) {
            return "This is 1 divided by what was expected: numerator and denominator are swapped.";
        } else if (matches(expected, actual, x -> 100 * x)) {
            return "This is 100 times what was expected: a percentage where a fraction was asked for.";
        } else if (matches(expected, actual, x -> x * x)) {
            return "This is the square of what was expected: a root is missing.";
        } else if (matches(actual, expected, x -> x * x)) {
            return "This is the root of what was expected: no root was asked for.";
        }
        return null;
    }

    private static boolean matches(Value.Array expected, Value.Array actual, DoubleUnaryOperator slip) {
        return Diagnosis.same(Arrays.stream(expected.data()).map(slip).toArray(), actual.data());
    }
}
