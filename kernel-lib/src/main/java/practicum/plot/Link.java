package practicum.plot;

/**
 * An edge of a circuit: what one part writes and another one reads.
 *
 * @param from the part that writes, as in "L0H3"
 * @param to the part that reads
 * @param weight how much the edge matters, and in which direction
 */
public record Link(String from, String to, double weight) {
    public Link {
        Require.given(from, "link's beginning");
        Require.given(to, "link's end");
        Require.that(
                !from.isEmpty() && !to.isEmpty(), "A link joins two named parts, not \"%s\" and \"%s\".", from, to);
        Require.that(!from.equals(to), "A link joins two parts, but this one joins \"%s\" with itself.", from);
        Require.that(
                Double.isFinite(weight),
                "The link from \"%s\" to \"%s\" weighs %s; it must be finite.",
                from,
                to,
                weight);
    }

    /** The edge with its weight. */
    public static Link of(String from, String to, double weight) {
        return new Link(from, to, weight);
    }
}
