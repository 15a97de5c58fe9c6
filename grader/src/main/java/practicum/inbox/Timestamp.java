package practicum.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time at which a platform says that something was handed in. */
public final class Timestamp {
    private static final String NBGRADER = "timestamp.txt";
    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)\\s*([A-Za-z_/]{1,40}|[+-]\\d\\d:?(?:\\d\\d)?)?");

    private Timestamp() {}

    /** Reads a time such as {@code 2026-11-20 23:59:03.123456 UTC}; nothing where it is none, or names no zone. */
    public static Optional<Instant> of(String text) {
        return read(text, Optional.empty());
    }

    /** Reads a time; one that names no zone is of the given one. */
    public static Optional<Instant> of(String text, ZoneId zone) {
        return read(text, Optional.of(zone));
    }

    private static Optional<Instant> read(String text, Optional<ZoneId> otherwise) {
        Matcher match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            Optional<ZoneId> zone = match.group(3) == null ? otherwise : Optional.of(zone(match.group(3)));
            var time = LocalDateTime.parse(match.group(1) + "T" + match.group(2));
            return zone.map(each -> time.atZone(each).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneId zone(String name) {
        return ZoneId.of(name.length() == 1 ? name.toUpperCase(Locale.ROOT) : name);
    }

    /** What nbgrader wrote beside a submission that it collected. */
    static Optional<Instant> beside(Path notebook) {
        Path file = notebook.resolveSibling(NBGRADER);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LONGEST
                    ? of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
