package practicum.notebook;

/** What an exercise throws that its student has not written yet. */
public final class NotImplemented extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String exercise;

    /**
     * Says that an exercise waits for its solution.
     *
     * @param exercise the exercise's id
     */
    public NotImplemented(String exercise) {
        super("Exercise “" + exercise
                + "” is still to do: replace the line that throws NotImplemented with your code.");
        this.exercise = exercise;
    }

    /** The exercise's id. */
    public String exercise() {
        return exercise;
    }

    /** Stands where an expression is still to be written. */
    @SuppressWarnings({"TypeParameterUnusedInFormals", "DoNotCallSuggester"})
    public static <T> T todo(String exercise) {
        throw new NotImplemented(exercise);
    }
}
