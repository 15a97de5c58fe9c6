package practicum.plot;

/**
 * Something that happened at a place of a line chart's lower axis, or a level worth comparing with.
 *
 * @param at where it is
 * @param label what it is, in a few words
 * @param level whether it is a level, such as chance, and not a place
 */
public record Marker(double at, String label, boolean level) {
    public Marker {
        Require.that(Double.isFinite(at), "A marker stands at a finite place, not at %s.", at);
        Require.given(label, "marker's label, which may be empty");
    }

    /** A place on the lower axis: a step at which a transition begins, a layer. */
    public static Marker at(double x, String label) {
        return new Marker(x, label, false);
    }

    /** A level: chance, a baseline, the loss of the best guess. */
    public static Marker level(double y, String label) {
        return new Marker(y, label, true);
    }
}
