package practicum.build;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The exercises whose answers may depend on a student's own numbers: their code, their checks, or a step that these
 * need, names {@code variant} or something that was made with it.
 */
final class Varied {
    private static final String OWN = "variant";

    private Varied() {}

    /** The ids of these exercises. */
    static Set<String> exercises(List<Step> steps, List<CellNames> names) {
        Set<String> reached = reached(names);
        return steps.stream()
                .filter(Step::isExercise)
                .filter(exercise -> names(exercise, steps, names, reached)
                        || Affected.by(exercise, steps, names).stream()
                                .anyMatch(step -> names(step, steps, names, reached)))
                .map(Step::exercise)
                .collect(Collectors.toSet());
    }

    private static boolean names(Step step, List<Step> steps, List<CellNames> names, Set<String> reached) {
        return names.get(steps.indexOf(step)).uses().stream().anyMatch(reached::contains);
    }

    /** What was made with the student's number, or with something that was; a method may name what stands below it. */
    private static Set<String> reached(List<CellNames> names) {
        Set<String> reached = new HashSet<>(Set.of(OWN));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (CellNames cell : names) {
                if (cell.uses().stream().anyMatch(reached::contains)) {
                    grew |= reached.addAll(cell.sets());
                }
            }
        }
        return reached;
    }
}
