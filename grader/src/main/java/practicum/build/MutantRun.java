package practicum.build;

import practicum.source.Cell;
import practicum.syntax.Mutant;

/**
 * What became of a practicum whose solution had one small mistake in it.
 *
 * @param exercise the exercise that was changed
 * @param mutant the change
 * @param fate whether a check noticed it
 * @param note by what it was noticed, or why it is said that nothing could notice it
 */
public record MutantRun(Cell.Exercise exercise, Mutant mutant, Fate fate, String note) {
    /** What can become of a mutant. */
    public enum Fate {
        /** A check was handed something else than by the solution, or nothing. */
        KILLED,
        /** All checks pass. */
        SURVIVED,
        /** All checks pass, and the source says why nothing could notice it. */
        EQUIVALENT,
        /** It does not compile: no student could hand it in. */
        STILLBORN
    }
}
