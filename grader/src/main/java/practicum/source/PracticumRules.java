package practicum.source;

import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import practicum.answer.AnswerException;
import practicum.answer.Comparison;

/** The rules between the cells of one source: ids are unique, and what belongs to an exercise follows it. */
final class PracticumRules {
    /** Ids of cells that every generated notebook has. */
    private static final Set<String> RESERVED = Set.of("setup", "title");

    private final Problems problems;
    private final Map<String, Integer> ids = new TreeMap<>();
    private final Set<String> exercises = new TreeSet<>();
    private final Set<String> all = new TreeSet<>();
    private final Set<String> visible = new TreeSet<>();
    private final Set<String> hidden = new TreeSet<>();
    private final Map<String, Integer> versions = new HashMap<>();

    private PracticumRules(Problems problems) {
        this.problems = problems;
    }

    /** Reports broken rules, and names mistakes and alternatives that have no id after their exercise. */
    static void check(List<Cell> cells, Problems problems) {
        PracticumRules rules = new PracticumRules(problems);
        cells.forEach(cell -> {
            if (cell instanceof Cell.Exercise exercise) {
                rules.all.add(exercise.id());
            }
        });
        for (ListIterator<Cell> each = cells.listIterator(); each.hasNext(); ) {
            each.set(rules.check(each.next()));
        }
        cells.replaceAll(cell -> cell instanceof Cell.Exercise exercise
                ? Worth.resolved(exercise, rules.checksOf(exercise, cells), problems)
                : cell);
    }

    private List<Cell.Check> checksOf(Cell.Exercise exercise, List<Cell> cells) {
        return cells.stream()
                .filter(Cell.Check.class::isInstance)
                .map(Cell.Check.class::cast)
                .filter(check -> check.exercise().equals(exercise.id()))
                .toList();
    }

    private Cell check(Cell cell) {
        if (cell instanceof Cell.Exercise exercise) {
            unique(exercise.id(), exercise.line());
            exercises.add(exercise.id());
        } else if (cell instanceof Cell.Written written) {
            unique(written.id(), written.line());
            Rubric.problem(written.rubric(), written.points())
                    .ifPresent(what -> problems.add(
                            written.line(), what, "Name the points of every sentence, or of none: they add up."));
        } else if (cell instanceof Cell.Demo demo) {
            demoId(demo);
            unique(demo.id(), demo.line());
        } else if (cell instanceof Cell.Check check) {
            belongs(check.exercise(), check.line(), check.hidden() ? "hidden check" : "check");
            checkAfter(check);
            comparison(check);
            unique(check.answer(), check.line());
            (check.hidden() ? hidden : visible).add(check.answer());
        } else if (cell instanceof Cell.Version version) {
            String role = version instanceof Cell.Mistake ? "mistake" : "alternative";
            belongs(version.exercise(), version.line(), role);
            Cell.Version named = named(version, role);
            unique(named.id(), named.line());
            return named;
        }
        return cell;
    }

    private Cell.Version named(Cell.Version version, String role) {
        String name = version.exercise() + "." + role;
        int ordinal = versions.merge(name, 1, Integer::sum);
        return version.named(version.id().isEmpty() ? name + "-" + ordinal : version.id());
    }

    private void unique(String id, int line) {
        if (id.isEmpty()) {
            return;
        }
        Integer before = ids.putIfAbsent(id, line);
        if (before != null) {
            problems.add(line, "The id \"" + id + "\" is taken by line " + before + ".", "Choose another.");
        }
    }

    private void belongs(String exercise, int line, String role) {
        if (exercise.isEmpty() || exercises.contains(exercise)) {
            return;
        }
        if (all.contains(exercise)) {
            problems.add(line, "This " + role + " stands above its exercise \"" + exercise + "\".", "Move it below.");
        } else {
            problems.add(
                    line,
                    "This " + role + " belongs to \"" + exercise + "\", which is no exercise here.",
                    all.isEmpty()
                            ? "Add a cell with \"exercise: " + exercise + "\"."
                            : Spelling.suggest(exercise, all));
        }
    }

    private boolean mayWaitFor(String id) {
        return hidden.contains(id) || visible.contains(id) || exercises.contains(id);
    }

    private void demoId(Cell.Demo demo) {
        if (!demo.id().isEmpty() && !demo.id().matches("[a-z][a-z0-9-]*") || RESERVED.contains(demo.id())) {
            problems.add(
                    demo.line(),
                    "\"" + demo.id() + "\" is no id for a demo.",
                    "Use lower-case letters, digits and hyphens, beginning with a letter; " + RESERVED + " are taken.");
        }
    }

    private void comparison(Cell.Check check) {
        try {
            if (Comparison.parse(check.compare()).hidesExpected() && !check.hidden()) {
                problems.add(
                        check.line(),
                        "What this check's predictions are held against would be in the release.",
                        "Make it \"hidden: " + check.exercise() + "\".");
            }
        } catch (AnswerException e) {
            problems.add(check.line(), "The comparison cannot be read.", String.valueOf(e.getMessage()));
        }
    }

    private void checkAfter(Cell.Check check) {
        for (String before : check.after()) {
            if (hidden.contains(before) && !check.hidden()) {
                problems.add(
                        check.line(),
                        "This check comes after \"" + before + "\", which is hidden and runs after all visible ones.",
                        "Hide this one too, or name a visible check.");
            } else if (ids.containsKey(before) && !mayWaitFor(before)) {
                problems.add(
                        check.line(),
                        "This check comes after \"" + before + "\", which is neither a check nor an exercise.",
                        "Name a check above it.");
            } else if (!ids.containsKey(before)) {
                problems.add(
                        check.line(),
                        "This check comes after \"" + before + "\", which no cell above it is called.",
                        ids.isEmpty() ? "Name a check above it." : Spelling.suggest(before, ids.keySet()));
            }
        }
    }
}
