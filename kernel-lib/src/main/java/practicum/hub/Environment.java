package practicum.hub;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Environment variables, read as Python's {@code huggingface_hub} reads them; one that is empty counts as not set.
 *
 * @param variables the variables
 * @param home the user's home folder, for paths that begin with {@code ~}
 */
record Environment(Map<String, String> variables, Path home) {
    private static final Set<String> ON = Set.of("1", "ON", "YES", "TRUE");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

    /** The first of the variables that is set. */
    Optional<String> text(String... names) {
        for (String name : names) {
            String value = variables.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The first of the variables that is set, as a path in which {@code ~} and {@code $NAME} are replaced. */
    Optional<Path> path(String... names) {
        return text(names).map(this::expand);
    }

    /** Whether a switch is on. */
    boolean isOn(String name) {
        return text(name)
                .filter(value -> ON.contains(value.toUpperCase(Locale.ROOT)))
                .isPresent();
    }

    private Path expand(String text) {
        String expanded = VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replaced(found)));
        if (expanded.equals("~")) {
            return home;
        }
        return expanded.startsWith("~/") ? home.resolve(expanded.substring(2)) : Path.of(expanded);
    }

    private String replaced(MatchResult found) {
        String name = found.group(1) == null ? found.group(2) : found.group(1);
        return variables.getOrDefault(name, found.group());
    }
}
