package practicum.world.table;

import java.util.List;

/**
 * Somebody who was given credit.
 *
 * @param values by column
 * @param defaulted whether it was not paid back
 */
public record CreditCase(List<Integer> values, boolean defaulted) {
    public CreditCase {
        values = List.copyOf(values);
    }
}
