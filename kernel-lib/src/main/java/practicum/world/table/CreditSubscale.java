package practicum.world.table;

import java.util.List;

/**
 * Columns that are judged together.
 *
 * @param name what they say
 * @param columns their names, in order
 * @param offset the points at which the subscale is at one half
 * @param weight how much the subscale counts in the score, above 0
 */
public record CreditSubscale(String name, List<String> columns, double offset, double weight) {
    public CreditSubscale {
        columns = List.copyOf(columns);
    }

    /** The subscale's risk, 0 to 1. */
    double risk(double points) {
        return CreditWorld.logistic(points - offset);
    }
}
