package practicum.token;

/**
 * Whether a beginning-of-sequence token stands in front of a prompt. Numbers depend on it: the first position takes up
 * much of the attention, so two experiments compare only if they agree on it.
 */
public enum Bos {
    /** As the model's files say, which is what the reference implementation does. */
    AS_FILE("as the file says"),
    /** Always; one that is already there is not doubled. */
    ALWAYS("always a BOS"),
    /** Never, unless the text itself begins with one. */
    NEVER("never a BOS");

    private final String text;

    Bos(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
