package practicum.hub;

import java.util.regex.Pattern;

/**
 * A state of a model on the hub: a branch such as Pythia's {@code step1000}, a tag, a pull request such as
 * {@code refs/pr/1}, or a commit in 40 hexadecimal digits.
 *
 * @param value its name
 */
public record Revision(String value) {
    private static final Pattern LEGAL = Pattern.compile("\\w[\\w.+-]*(/\\w[\\w.+-]*)*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /** What the hub shows when nothing is said. */
    public static final Revision MAIN = new Revision("main");

    public Revision {
        if (!LEGAL.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException("\"" + value + "\" is no revision of a model: that is a branch, a tag or"
                    + " a commit, as in \"step1000\"");
        }
    }

    /** Whether this names a commit, which never changes. */
    boolean isCommit() {
        return isCommit(value);
    }

    static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
