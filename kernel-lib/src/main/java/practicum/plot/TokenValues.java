package practicum.plot;

import java.util.Arrays;
import java.util.List;

/**
 * Tokens of a text, each with a value: an attribution, a surprise, the activation of a feature.
 *
 * @param tokens the tokens in order
 * @param values one for each
 */
public record TokenValues(List<String> tokens, List<Double> values) {
    public TokenValues {
        tokens = List.copyOf(Require.all(tokens, "tokens"));
        values = List.copyOf(Require.all(values, "values"));
        Require.some(tokens.size(), "tokens");
        Require.same(tokens.size(), "tokens", values.size(), "values");
        Require.finite(values.stream().mapToDouble(Double::doubleValue).toArray(), "values");
    }

    /** Tokens with a value each. */
    public static TokenValues of(List<String> tokens, double... values) {
        return new TokenValues(
                tokens, Arrays.stream(Require.given(values, "values")).boxed().toList());
    }

    int size() {
        return tokens.size();
    }

    double value(int i) {
        return values.get(i);
    }

    double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    String shown(int i) {
        return TokenText.visible(tokens.get(i));
    }

    boolean breaksAfter(int i) {
        return tokens.get(i).endsWith("\n");
    }

    String hint(int i) {
        return "%s (position %d): %s".formatted(shown(i), i, Digits.exact(values.get(i)));
    }
}
