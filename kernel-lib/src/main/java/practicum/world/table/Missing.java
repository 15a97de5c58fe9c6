package practicum.world.table;

/** What stands in for features that are not given, when the expected value of a function is asked for. */
public enum Missing {
    /** Their own distribution, whatever the given ones are: as if they were set from outside (interventional). */
    MARGINAL,
    /** Their distribution given the others (observational); another thing where features are correlated. */
    CONDITIONAL
}
