package practicum.check;

/**
 * Something about a submission that a person may want to look at.
 *
 * @param kind what it is
 * @param detail which cell or thing it is about
 */
public record Flag(Kind kind, String detail) {
    /** The kinds of remarks; none of them changes a score. */
    public enum Kind {
        /** A cell that only the instructor writes was changed; the release's was run. */
        TAMPERED,
        /** A cell of the release is missing. */
        MISSING_CELL,
        /** A cell is there twice; the last one that is not empty counts. */
        DUPLICATE,
        /** A cell changed its type; it was run as what it was. */
        RETYPED,
        /** Cells stand in another order; the release's order was run. */
        OUT_OF_ORDER,
        /** A cell was edited that the course only shows; it was run, and after it the release's. */
        EDITED_DEMO,
        /** Code names a place that holds no business of a submission. */
        SUSPECT,
        /** What a check handed over was not made by one call of answer. */
        FORGED,
        /** It was run without a sandbox. */
        UNSAFE
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? kind.name() : kind + "(" + detail + ")";
    }
}
