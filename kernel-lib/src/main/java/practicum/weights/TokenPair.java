package practicum.weights;

/**
 * One number of a map from tokens to tokens, with what the tokens look like.
 *
 * @param from the row's token: what is looked at, or who asks
 * @param to the column's token: what is said, or what is looked for
 * @param value the number
 */
public record TokenPair(String from, String to, float value) {}
