package practicum.world.brackets;

/**
 * What is true at one token of a nested text.
 *
 * @param position the token's place, from 0
 * @param token the token
 * @param role whether it opens, closes, or neither
 * @param depth how many are open after it
 * @param partner for a token that opens or closes, the place of the one that belongs to it; else −1
 * @param opener the place of the innermost one that is open after it; −1 if none is
 * @param closer the only token that may close something next; empty if nothing is open
 */
public record Place(int position, String token, Role role, int depth, int partner, int opener, String closer) {
    /** What a token does to the nesting. */
    public enum Role {
        OPENS,
        CLOSES,
        /** Anything else, also a bracket inside quotes. */
        CONTENT
    }
}
