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
        /** One cell that only the instructor writes has the text of another release; this release's was run. */
        OTHER_CELL,
        /** A cell of the release is missing. */
        MISSING_CELL,
        /** A cell is there twice; the last one counts that the student wrote in. */
        DUPLICATE,
        /** A cell changed its type; it was taken as what it was. */
        RETYPED,
        /** Cells stand in another order; the release's order was run. */
        OUT_OF_ORDER,
        /** A cell was edited that the course only shows; it was run, and after it the release's. */
        EDITED_DEMO,
        /** Code names a place that holds no business of a submission. */
        SUSPECT,
        /** Code uses something that its exercise is to be done without; the checks that say so were not passed. */
        FORBIDDEN,
        /** Code in which something is forbidden looks types or methods up by their names. */
        REFLECTION,
        /** The first cell holds an id with other numbers than the student's own; the student's were run. */
        OTHER_VARIANT,
        /** What a check handed over was not made by one call of answer. */
        FORGED,
        /** The notebook as a whole says that it is of another release; it was graded as the present one. */
        OLD_RELEASE,
        /** Run twice, it did not answer alike; the lower score counts. */
        FLAKY,
        /** It was run without a sandbox. */
        UNSAFE
    }

    /** What was noticed, told to the student. */
    public String sentence() {
        return switch (kind) {
            case TAMPERED ->
                "The cell " + detail + " was changed. It belongs to the release, and the release's was run.";
            case OTHER_CELL ->
                "The cell " + detail + " is that of another release, which is older or newer. This release's was run."
                        + " Copy your answers into the notebook of this release, and hand that in.";
            case MISSING_CELL -> "The cell " + detail + " is missing. Keep the cells of the release, and their order.";
            case DUPLICATE ->
                "The cell " + detail + " is there more than once. The last one counted that you wrote in.";
            case RETYPED -> "The cell " + detail + " changed its type. It was taken as what it is in the release.";
            case FLAKY ->
                "Run twice, " + detail
                        + " did not answer alike, and the lower score counted. Give random numbers a seed,"
                        + " and do not depend on the order of a set or on time.";
            case OUT_OF_ORDER ->
                "Cells stand in another order than in the release. The release's order was run."
                        + (detail.isEmpty() ? "" : " The first is " + detail + ".");
            case EDITED_DEMO -> "The cell " + detail + " was edited. It was run, and after it the release's own.";
            case SUSPECT -> "In a cell, code names a place outside of the notebook: " + detail + ".";
            case FORBIDDEN -> "Something was used that the exercise is to be done without: " + detail + ".";
            case REFLECTION ->
                "Code looks types or methods up by their names, where something is forbidden: " + detail + ".";
            case OTHER_VARIANT -> "The first cell is for another student's numbers: " + detail + ".";
            case FORGED -> "A check of " + detail + " did not hand over exactly one answer of its own.";
            case OLD_RELEASE ->
                "The notebook is of " + detail + ". It was graded by the present release; to take your work into that,"
                        + " unpack it and run ./practicum move with your notebook.";
            case UNSAFE -> "This was run without the protections that grading should have: " + detail + ".";
        };
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? kind.name() : kind + "(" + detail + ")";
    }
}
