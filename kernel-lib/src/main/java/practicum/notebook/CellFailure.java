package practicum.notebook;

import java.util.List;

/** A cell that did not run to its end, told for its reader: what happened, where in the cell, and why. */
public final class CellFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<String> traceback;

    CellFailure(String name, String message, List<String> traceback) {
        super(message, null, false, false);
        this.name = name;
        this.traceback = List.copyOf(traceback);
    }

    /** What kind of failure it was: an exception's simple name, or {@code CompileError}. */
    public String name() {
        return name;
    }

    /** The failure in one line. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** The lines a notebook shows, coloured with ANSI escapes. */
    public List<String> traceback() {
        return traceback;
    }
}
