package practicum.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The steps that must run again to see what an exercise's checks make of another version of it: the checks, and every
 * step between that names something which the exercise, or another affected step, sets, and sets something which one of
 * those checks needs. A picture that no check looks at is not drawn again.
 *
 * <p>A change that no name shows (a list filled inside a method that an affected cell calls, or in a loop of a cell that
 * makes nothing the checks need) is not seen. That is why
 * {@link VersionRuns} runs a control, and why a version that does not do what it should is run again from the beginning.
 */
final class Affected {
    private Affected() {}

    /** The affected steps, in the order of {@code steps}. */
    static List<Step> by(Step exercise, List<Step> steps, List<CellNames> names) {
        return by(exercise, steps, names, check -> true);
    }

    /** The steps that some of the exercise's checks need, these included, in the order of {@code steps}. */
    static List<Step> by(Step exercise, List<Step> steps, List<CellNames> names, Predicate<Step> asked) {
        int start = steps.indexOf(exercise);
        Set<String> changed = new HashSet<>(names.get(start).sets());
        List<Integer> affected = new ArrayList<>();
        for (int i = start + 1; i < steps.size(); i++) {
            boolean own = steps.get(i).exercise().equals(exercise.exercise());
            if (own || names.get(i).uses().stream().anyMatch(changed::contains)) {
                affected.add(i);
                changed.addAll(names.get(i).sets());
            }
        }
        return needed(
                affected,
                steps,
                names,
                step -> step.isCheck() && step.exercise().equals(exercise.exercise()) && asked.test(step));
    }

    /** Backwards from the exercise's checks that are asked: only what one of them needs. */
    private static List<Step> needed(
            List<Integer> affected, List<Step> steps, List<CellNames> names, Predicate<Step> asked) {
        Set<String> wanted = new HashSet<>();
        List<Step> needed = new ArrayList<>();
        for (int at = affected.size() - 1; at >= 0; at--) {
            int i = affected.get(at);
            Step step = steps.get(i);
            if (asked.test(step) || names.get(i).makes().stream().anyMatch(wanted::contains)) {
                needed.add(0, step);
                wanted.addAll(names.get(i).uses());
            }
        }
        return needed;
    }
}
