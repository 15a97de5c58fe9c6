package practicum.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import practicum.answer.Value;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * Rehearsals of one practicum, in one variant after another.
 *
 * <p>The solution runs in each. Mistakes and alternatives of an exercise run in the first variant, and in another one
 * where the exercise is {@linkplain Varied varied}, or where the solution's answers to its checks are not the first
 * variant's; else they would only do again what they did.
 */
public final class Rehearsals {
    private final Sessions sessions;
    private final VersionRuns.Asked asked;
    private @Nullable Rehearsal first;

    private Rehearsals(Sessions sessions, VersionRuns.Asked asked) {
        this.sessions = sessions;
        this.asked = asked;
    }

    /** For a key for grading: every check is asked about every mistake. */
    public static Rehearsals forKeys(Sessions sessions) {
        return new Rehearsals(sessions, VersionRuns.Asked.KEY);
    }

    /** To learn what is handed over in sight: a hidden check is asked about a mistake only where none in sight notices it. */
    public static Rehearsals inSight(Sessions sessions) {
        return new Rehearsals(sessions, VersionRuns.Asked.SIGHT);
    }

    /** To see that each mistake is noticed and each alternative passes, and what is handed over in sight. */
    public static Rehearsals proof(Sessions sessions) {
        return new Rehearsals(sessions, VersionRuns.Asked.PROOF);
    }

    /**
     * Runs a variant in {@code folder}.
     *
     * @throws BuildException where the solution itself does not run or hands over no answer
     */
    public Rehearsal of(Practicum variant, Path folder) {
        List<Step> steps = Step.of(variant);
        CellRunner session = sessions.start(folder);
        try {
            Run solution = Run.of("Running " + variant.stem(), steps, session);
            Rehearsal.requireComplete(variant, solution);
            Map<String, Value> expected = Truths.over(variant, solution.answers(), session);
            List<CellNames> names = CellNames.of(steps.stream().map(Step::code).toList());
            Predicate<String> anew = anew(variant, steps, names, expected);
            List<VersionRun<?>> runs = new VersionRuns(variant, expected, names, session, sessions, folder, asked)
                    .all(exercise -> anew.test(exercise.id()));
            Rehearsal rehearsal = new Rehearsal(
                    variant,
                    expected,
                    merged(variant, Cell.Mistake.class, runs, Rehearsal::mistakes),
                    merged(variant, Cell.Alternative.class, runs, Rehearsal::alternatives));
            first = first == null ? rehearsal : first;
            return rehearsal;
        } finally {
            session.close();
        }
    }

    /** Which exercises' versions have to run. */
    private Predicate<String> anew(
            Practicum variant, List<Step> steps, List<CellNames> names, Map<String, Value> expected) {
        if (first == null) {
            return exercise -> true;
        }
        Map<String, Value> before = first.answers();
        Set<String> varied = Varied.exercises(steps, names);
        return exercise -> varied.contains(exercise)
                || variant.checks().stream()
                        .filter(check -> check.exercise().equals(exercise))
                        .map(Cell.Check::answer)
                        .anyMatch(answer -> !Objects.equals(before.get(answer), expected.get(answer)));
    }

    /** These runs, and the first variant's for what did not run now; in the source's order. */
    private <V extends Cell.Version> List<VersionRun<V>> merged(
            Practicum variant, Class<V> kind, List<VersionRun<?>> runs, Function<Rehearsal, List<VersionRun<V>>> of) {
        List<VersionRun<V>> before = Optional.ofNullable(first).map(of).orElse(List.of());
        List<VersionRun<V>> merged = new ArrayList<>();
        for (Cell cell : variant.cells()) {
            Stream.concat(runs.stream(), before.stream())
                    .filter(run -> kind.isInstance(cell) && run.version().equals(cell))
                    .findFirst()
                    .map(run -> new VersionRun<>(kind.cast(cell), run.failure(), run.answers()))
                    .ifPresent(merged::add);
        }
        return merged;
    }
}
