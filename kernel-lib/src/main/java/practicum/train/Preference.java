package practicum.train;

/**
 * Two ways to go on after a prompt, as token ids.
 *
 * @param prompt the tokens before, from {@code <bos>}
 * @param wanted how it should go on
 * @param unwanted how it should not
 */
public record Preference(long[] prompt, long[] wanted, long[] unwanted) {
    public Preference {
        if (prompt.length == 0 || wanted.length == 0 || unwanted.length == 0) {
            throw new TrainingException("A preference has a prompt and two ways to go on, each of a token or more.");
        }
        prompt = prompt.clone();
        wanted = wanted.clone();
        unwanted = unwanted.clone();
    }
}
