package practicum.plot;

import java.util.List;

/**
 * A rule of a decision set: if all conditions hold, this is the outcome.
 *
 * @param conditions what must hold, as in "income ≤ 20"; none for the rule that is left when no other applies
 * @param outcome what is decided
 * @param cases how many cases the conditions hold for
 * @param right for how many of them the outcome is right
 */
public record DecisionRule(List<String> conditions, String outcome, int cases, int right) {
    public DecisionRule {
        conditions = List.copyOf(Require.all(conditions, "conditions"));
        Require.given(outcome, "rule's outcome");
        Require.that(
                cases >= 0 && right >= 0 && right <= cases,
                "A rule is right in 0 to all of its cases, not in %d of %d.",
                right,
                cases);
    }

    /** If all conditions hold, this is the outcome. */
    public static DecisionRule of(List<String> conditions, String outcome, int cases, int right) {
        return new DecisionRule(conditions, outcome, cases, right);
    }

    String words() {
        return conditions.isEmpty() ? "otherwise" : "if " + String.join(" and ", conditions);
    }

    double precision() {
        return cases == 0 ? 0 : (double) right / cases;
    }
}
