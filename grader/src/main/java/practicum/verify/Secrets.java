package practicum.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * The lines of a practicum that no student may find in its release: of solutions, hidden checks, mistakes, alternatives and rubrics.
 *
 * <p>A line that the source shows to students elsewhere is no secret, and neither is one that could be anyone's, such as
 * {@code return x;}.
 */
public final class Secrets {
    private static final int SHORTEST = 12;

    private final Set<String> lines;

    private Secrets(Set<String> lines) {
        this.lines = lines;
    }

    /** Those of one practicum. */
    public static Secrets of(Practicum practicum) {
        String shown = shownBy(practicum);
        Set<String> lines = practicum.cells().stream()
                .flatMap(Secrets::hidden)
                .flatMap(String::lines)
                .map(Secrets::plain)
                .filter(line -> line.length() >= SHORTEST && line.chars().anyMatch(Character::isLetter))
                .filter(line -> !line.matches("// ?(BEGIN|END) SOLUTION"))
                .filter(line -> !shown.contains(line))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        practicum.checks().stream()
                .filter(Cell.Check::hidden)
                .map(Cell.Check::answer)
                .forEach(lines::add);
        return new Secrets(lines);
    }

    /** All that a practicum shows to students, runs of spaces as one. */
    public static String shownBy(Practicum practicum) {
        return plain(practicum.cells().stream().flatMap(Secrets::shown).collect(Collectors.joining("\n")));
    }

    /** The lines, and the names of hidden checks; runs of spaces are one space. */
    public Set<String> lines() {
        return lines;
    }

    /** The secrets that a text holds, however it is indented. */
    List<String> in(String text) {
        String plain = plain(text);
        return lines.stream().filter(plain::contains).toList();
    }

    private static Stream<String> shown(Cell cell) {
        if (cell instanceof Cell.Prose prose) {
            return Stream.of(prose.markdown());
        }
        if (cell instanceof Cell.Demo demo) {
            return Stream.of(demo.code());
        }
        if (cell instanceof Cell.Exercise exercise) {
            return Stream.of(exercise.stub(), exercise.hint(), exercise.paper());
        }
        if (cell instanceof Cell.Written written) {
            return Stream.of(written.prompt());
        }
        if (cell instanceof Cell.Mistake mistake) {
            return Stream.of(mistake.says());
        }
        return cell instanceof Cell.Check check && !check.hidden() ? Stream.of(check.code()) : Stream.empty();
    }

    private static Stream<String> hidden(Cell cell) {
        if (cell instanceof Cell.Exercise exercise) {
            return Stream.of(exercise.code());
        }
        if (cell instanceof Cell.Version version) {
            return Stream.of(version.code());
        }
        if (cell instanceof Cell.Written written) {
            return written.rubric().stream();
        }
        return cell instanceof Cell.Check check
                ? Stream.of(check.hidden() ? check.code() : "", check.truth())
                : Stream.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
