package practicum.world.brackets;

/**
 * What a model of small code can be asked about one token, where the right one can be told from the left alone (after the
 * tasks of Gao et al. 2025, arXiv 2511.13653).
 */
public enum CodeTask {
    /** Whether a string ends with a single or a double quote: the one that it began with. */
    QUOTE,
    /** Which bracket is to be closed: the innermost, not one around it or another kind. */
    BRACKET,
    /** Whether a variable goes on with {@code .} as a set, or with {@code +} as a string: what it was made as. */
    VARIABLE
}
