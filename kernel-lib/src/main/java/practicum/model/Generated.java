package practicum.model;

import practicum.token.Tokens;

/**
 * A prompt that was continued.
 *
 * @param tokens the prompt and the new tokens
 * @param run what the model made of every token but the last, which it never read: the logits that each new token was
 *     chosen from, and what was recorded
 */
public record Generated(Tokens tokens, Run run) {
    /** The text of the first row. */
    public String text() {
        return run.model().tokenizer().decode(tokens.row(0));
    }
}
