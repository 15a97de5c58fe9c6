package practicum.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps whose outcome may change with an exercise: its checks, and every step after it that names something which
 * the exercise, or another affected step, sets.
 *
 * <p>A change that no name shows (a list filled inside a method that an affected cell calls) is not seen. That is why
 * {@link MistakeRuns} runs a control, and why a mistake that loses nothing here is run again from the beginning.
 */
final class Affected {
    private Affected() {}

    /** The affected steps, in the order of {@code steps}. */
    static List<Step> by(Step exercise, List<Step> steps, List<CellNames> names) {
        int start = steps.indexOf(exercise);
        Set<String> changed = new HashSet<>(names.get(start).sets());
        List<Step> affected = new ArrayList<>();
        for (int i = start + 1; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean own = step.exercise().equals(exercise.exercise());
            if (own || names.get(i).uses().stream().anyMatch(changed::contains)) {
                affected.add(step);
                changed.addAll(names.get(i).sets());
            }
        }
        return affected;
    }
}
