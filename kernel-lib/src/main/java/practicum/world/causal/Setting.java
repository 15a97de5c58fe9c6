package practicum.world.causal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value for each of some variables, in order. Truth values are 1 and 0.
 *
 * @param values by the variables' names
 */
public record Setting(Map<String, Integer> values) {
    public Setting {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** One variable's value; more come {@link #with}. */
    public static Setting of(String variable, int value) {
        return new Setting(Map.of(variable, value));
    }

    /** The value of a variable. */
    public int get(String variable) {
        Integer value = values.get(variable);
        if (value == null) {
            throw new IllegalArgumentException(
                    "No variable \"" + variable + "\" here; there are " + values.keySet() + ".");
        }
        return value;
    }

    /** Whether a truth value is 1. */
    public boolean is(String variable) {
        return get(variable) != 0;
    }

    /** The same with one more value, or another one. */
    public Setting with(String variable, int value) {
        Map<String, Integer> more = new LinkedHashMap<>(values);
        more.put(variable, value);
        return new Setting(more);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
