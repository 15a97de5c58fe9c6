package practicum.inbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a file is, read from the name that a learning platform gave it.
 *
 * @param student the name and number by which the platform knows the student
 * @param told what a roster can know the student by
 * @param key that number, or that name
 * @param attempt which attempt it is, counted from 1
 * @param late whether the platform marked it late
 * @param rest the student's own name of the file; empty for a folder
 */
record Whose(String student, Naming.Told told, String key, int attempt, boolean late, String rest) {
    /** {@code lovelaceada_LATE_1234_56789_03-functions-2.ipynb}: a number at the end counts how often it was replaced. */
    private static final Pattern CANVAS = Pattern.compile(
            "(?<name>[^_/]+)(?<late>_LATE)?_(?<user>\\d+)_(?<submission>\\d+)_(?<rest>.+?)(-(?<again>\\d{1,3}))?(?<ending>\\.[A-Za-z0-9]{1,8})",
            Pattern.CASE_INSENSITIVE);

    /** {@code Ada Lovelace_1234_assignsubmission_file_}, a folder, or with the file's name behind it. */
    private static final Pattern MOODLE = Pattern.compile(
            "(?<name>.+?)_(?<user>\\d+)_assignsubmission_(file|onlinetext)(_(?<rest>.*))?", Pattern.CASE_INSENSITIVE);

    /** Reads a name, where it is of a form that a platform gives. */
    static Optional<Whose> of(String name) {
        return moodle(name).or(() -> canvas(name));
    }

    private static Optional<Whose> canvas(String name) {
        Matcher match = CANVAS.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        int attempt = match.group("again") == null ? 1 : 1 + Integer.parseInt(match.group("again"));
        return Optional.of(new Whose(
                match.group("name") + "_" + match.group("user"),
                Naming.Told.NUMBER,
                match.group("user"),
                attempt,
                match.group("late") != null,
                match.group("rest") + match.group("ending")));
    }

    private static Optional<Whose> moodle(String name) {
        Matcher match = MOODLE.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        String rest = match.group("rest") == null ? "" : match.group("rest");
        String whole = match.group("name");
        return Optional.of(new Whose(whole + "_" + match.group("user"), Naming.Told.NAME, whole, 1, false, rest));
    }
}
