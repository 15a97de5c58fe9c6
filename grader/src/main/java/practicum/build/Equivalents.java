package practicum.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.syntax.Mutant;

/**
 * The mutants of an exercise of which its source says that they compute the same: a comment
 * {@code // EQUIVALENT constant: reason} inside the solution, at the end of the changed line or alone on the line above.
 */
final class Equivalents {
    private static final Pattern MARK = Pattern.compile("//\\s*EQUIVALENT\\b\\s*([^:]*)(?::\\s*(.*))?$");

    private record Mark(int line, Mutant.Kind kind, String reason) {}

    private final List<Mark> marks = new ArrayList<>();

    private Equivalents() {}

    /**
     * The marks of an exercise.
     *
     * @throws BuildException where a mark names no kind of mutant, or gives no reason
     */
    static Equivalents of(Practicum practicum, Cell.Exercise exercise) {
        var equivalents = new Equivalents();
        List<String> lines = exercise.code().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (!mark.find()) {
                continue;
            }
            Optional<Mutant.Kind> kind = Mutant.Kind.named(mark.group(1).strip());
            String reason = Optional.ofNullable(mark.group(2)).orElse("").strip();
            if (kind.isEmpty() || reason.isEmpty()) {
                throw new BuildException(practicum.file() + ":" + exercise.line() + ": in exercise \"" + exercise.id()
                        + "\", \"" + mark.group().strip()
                        + "\" is no mark. Write // EQUIVALENT kind: reason, with one of "
                        + String.join(", ", Mutant.Kind.names()) + ".");
            }
            boolean alone = lines.get(i).strip().startsWith("//");
            equivalents.marks.add(new Mark(alone ? i + 2 : i + 1, kind.get(), reason));
        }
        return equivalents;
    }

    /** Why a mutant computes the same, if the source says so. */
    Optional<String> reason(Mutant mutant) {
        return marks.stream()
                .filter(mark -> mark.line() == mutant.line() && mark.kind() == mutant.kind())
                .map(Mark::reason)
                .findFirst();
    }
}
