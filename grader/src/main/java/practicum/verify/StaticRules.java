package practicum.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import practicum.build.Release;
import practicum.build.Staleness;
import practicum.check.Attempt;
import practicum.check.Shortcuts;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.source.Project;

/** The rules that reading alone can prove. */
final class StaticRules {
    private static final Pattern DOC_COMMENT = Pattern.compile("/\\*\\*[\\s*]*[^\\s*/]");

    private final Project project;
    private final Practicum practicum;

    StaticRules(Project project, Practicum practicum) {
        this.project = project;
        this.practicum = practicum;
    }

    void examine(Verification verification) {
        verification.examine(
                Rule.DOC_COMMENT,
                without(
                        exercise -> DOC_COMMENT.matcher(exercise.stub()).find(),
                        "has no doc comment. Begin its cell with /** What it computes, and the shapes. */"));
        verification.examine(
                Rule.VISIBLE_CHECK,
                without(
                        exercise -> !practicum.visibleChecks(exercise.id()).isEmpty(),
                        "has no visible check. Add a cell with \"check: <exercise>\"."));
        verification.examine(
                Rule.HIDDEN_CHECK,
                without(
                        exercise -> !practicum.hiddenChecks(exercise.id()).isEmpty(),
                        "has no hidden check. Add a cell with \"hidden: <exercise>\" that calls it on other inputs."));
        verification.examine(Rule.FORBIDDEN, forbidden());
        verification.examine(Rule.CURRENT, stale());
        verification.examine(Rule.NO_LEAK, leaks());
    }

    private List<String> without(Predicate<Cell.Exercise> has, String lack) {
        return practicum.exercises().stream()
                .filter(has.negate())
                .map(exercise ->
                        practicum.file() + ":" + exercise.line() + ": exercise \"" + exercise.id() + "\" " + lack)
                .toList();
    }

    private List<String> forbidden() {
        Set<String> found = new LinkedHashSet<>();
        practicum.exercises().forEach(exercise -> practicum.forbidden(exercise).stream()
                .map(KnownTypes::problem)
                .filter(problem -> !problem.isEmpty())
                .map(problem -> practicum.file() + ":" + exercise.line() + ": what \"" + exercise.id()
                        + "\" forbids is not there. " + problem)
                .forEach(found::add));
        Attempt solution = Attempt.of(practicum, Release.solved(practicum));
        refuse(solution, practicum.checks(), found);
        refuse(Attempt.of(practicum, Release.blank(practicum)), practicum.checks(), found);
        for (Cell.Exercise exercise : practicum.exercises()) {
            List<Cell.Check> own = practicum.checks().stream()
                    .filter(check -> check.exercise().equals(exercise.id()))
                    .toList();
            for (Cell.Alternative other : practicum.alternatives(exercise.id())) {
                refuse(solution.with(other.exercise(), other.code()), own, found);
            }
        }
        return List.copyOf(found);
    }

    /** What checks would say to an attempt; its code is read only where one of them forbids something. */
    private void refuse(Attempt attempt, List<Cell.Check> checks, Set<String> found) {
        Shortcuts shortcuts = new Shortcuts(practicum, attempt);
        checks.forEach(check -> shortcuts
                .of(check)
                .map(shortcut -> practicum.file() + ":" + check.line() + ": \"" + check.answer() + "\" would fail. "
                        + shortcut.sentence())
                .ifPresent(found::add));
    }

    private List<String> stale() {
        return Staleness.of(project, practicum).stream()
                .map(sentence -> sentence + " Run ./practicum build " + practicum.stem() + ".")
                .toList();
    }

    private List<String> leaks() {
        Secrets secrets = Secrets.of(practicum);
        List<String> found = new ArrayList<>();
        List<Path> files = new ArrayList<>(Release.expectedFiles(project, practicum));
        files.add(0, Release.studentFile(project, practicum.stem()));
        for (Path file : files) {
            if (Files.exists(file)) {
                found.addAll(Leaks.in(read(file), project.show(file), secrets));
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ".", e);
        }
    }
}
