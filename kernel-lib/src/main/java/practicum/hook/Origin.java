package practicum.hook;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * The model that some values come from. In another model the same place need not mean the same, so values are not put
 * there in silence.
 *
 * @param model its name
 * @param parameters its parameters by name
 */
public record Origin(String model, Map<String, Tensor> parameters) {
    /** Whether it is the same model: its parameters are the same numbers, though it may have been loaded twice. */
    public boolean isSameAs(Origin other) {
        if (parameters == other.parameters) {
            return true;
        }
        return parameters.keySet().equals(other.parameters.keySet())
                && parameters.entrySet().stream()
                        .allMatch(entry -> hold(entry.getValue(), other.parameters.get(entry.getKey())));
    }

    private static boolean hold(Tensor a, @Nullable Tensor b) {
        if (a == b) {
            return true;
        }
        if (b == null || !Arrays.equals(a.shape(), b.shape()) || !a.dtype().equals(b.dtype())) {
            return false;
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            return a.sub(b).abs().max().item() == 0;
        }
    }

    @Override
    public String toString() {
        return "\"" + model + "\"";
    }
}
