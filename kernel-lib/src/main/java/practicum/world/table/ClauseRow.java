package practicum.world.table;

import java.util.List;

/**
 * Values of Boolean variables, and what they make true.
 *
 * @param variables true or false, by number
 * @param satisfied the numbers of the clauses that are true
 */
public record ClauseRow(List<Boolean> variables, List<Integer> satisfied) {
    public ClauseRow {
        variables = List.copyOf(variables);
        satisfied = List.copyOf(satisfied);
    }

    /** Whether any clause is true. */
    public boolean isTrue() {
        return !satisfied.isEmpty();
    }
}
