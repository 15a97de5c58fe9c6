package practicum.source;

import java.util.List;

/**
 * How an exercise's points are shared over its checks, by the rules of otter-grader: a check that declares its points has
 * them, and the others share what is left, by their weights. Where the exercise declares none, it is worth what its checks
 * declare, and the others are worth nothing. Unlike there, it is an error where nobody declares any, and where declared
 * points do not add up.
 */
final class Worth {
    /** The points of an exercise whose source says none. */
    static final double UNDECLARED = -1;

    private static final double ROUNDING = 1e-9;

    private final double left;
    private final double weights;

    private Worth(double left, double weights) {
        this.left = left;
        this.weights = weights;
    }

    /** The shares where an exercise has these points and these checks. */
    static Worth of(double points, List<Cell.Check> checks) {
        double weights = checks.stream()
                .filter(check -> check.points().isEmpty())
                .mapToDouble(Cell.Check::weight)
                .sum();
        return new Worth(Math.max(0, points - declared(checks)), weights);
    }

    /** The points of one of the checks. */
    double of(Cell.Check check) {
        return check.points().orElse(weights == 0 ? 0 : left * check.weight() / weights);
    }

    /** The exercise with its points; what does not add up is reported. */
    static Cell.Exercise resolved(Cell.Exercise exercise, List<Cell.Check> checks, Problems problems) {
        double declared = declared(checks);
        if (exercise.allOrNothing() && checks.stream().anyMatch(Cell.Check::perElement)) {
            problems.add(
                    exercise.line(),
                    "The exercise \"" + exercise.id() + "\" earns all or nothing, but a check of it gives credit for"
                            + " elements.",
                    "Delete one of the two options \"credit\".");
        }
        if (exercise.points() == UNDECLARED) {
            if (declared == 0) {
                problems.add(exercise.line() + 1, "This exercise has no points.", "Add the option \"points: 4\".");
            }
            return exercise.worth(declared);
        }
        boolean allDeclared = !checks.isEmpty()
                && checks.stream().noneMatch(check -> check.points().isEmpty());
        if (declared > exercise.points() + ROUNDING || allDeclared && declared < exercise.points() - ROUNDING) {
            problems.add(
                    exercise.line(),
                    "The exercise \"" + exercise.id() + "\" has " + exercise.points() + " points, but its checks have "
                            + declared + ".",
                    "Let them add up, or leave the points of the exercise or of a check away.");
        }
        return exercise;
    }

    private static double declared(List<Cell.Check> checks) {
        return checks.stream().mapToDouble(check -> check.points().orElse(0)).sum();
    }
}
