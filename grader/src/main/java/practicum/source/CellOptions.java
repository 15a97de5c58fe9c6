package practicum.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The options of a cell as its author writes them: texts, numbers and lists of texts by name, the role first. */
public final class CellOptions {
    private CellOptions() {}

    /** The options that {@link PracticumParser} reads as this cell; empty for prose and plain demos. */
    public static Map<String, Object> of(Cell cell) {
        Map<String, Object> options = new LinkedHashMap<>();
        if (cell instanceof Cell.Demo demo) {
            putText(options, "id", demo.id());
            putList(options, "tags", demo.tags());
        } else if (cell instanceof Cell.Exercise exercise) {
            put(options, exercise);
        } else if (cell instanceof Cell.Check check) {
            put(options, check);
        } else if (cell instanceof Cell.Mistake mistake) {
            put(options, "mistake", mistake, mistake.says());
        } else if (cell instanceof Cell.Alternative alternative) {
            put(options, "alternative", alternative, alternative.says());
        } else if (cell instanceof Cell.Written written) {
            options.put("written", written.id());
            options.put("points", number(written.points()));
            options.put("rubric", written.rubric());
        }
        return options;
    }

    /** The options of the front matter. */
    public static Map<String, Object> of(FrontMatter about) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("title", about.title());
        options.put("number", about.number());
        options.put("claim", about.claim());
        options.put("seed", about.seed());
        options.put("floor", number(about.floor()));
        if (about.variants() > 0) {
            options.put("variants", about.variants());
        }
        return options;
    }

    private static void put(Map<String, Object> options, Cell.Exercise exercise) {
        options.put("exercise", exercise.id());
        options.put("points", number(exercise.points()));
        options.put("minutes", exercise.minutes());
        options.put("difficulty", exercise.difficulty().toString());
        options.put("hint", exercise.hint());
        putText(options, "paper", exercise.paper());
        putText(options, "credit", exercise.allOrNothing() ? "all-or-nothing" : "");
        putList(options, "forbids", exercise.forbids());
    }

    private static void put(Map<String, Object> options, Cell.Check check) {
        options.put(check.hidden() ? "hidden" : "check", check.exercise());
        putText(options, "compare", check.compare());
        if (check.weight() != 1) {
            options.put("weight", number(check.weight()));
        }
        check.points().ifPresent(points -> options.put("points", number(points)));
        putText(options, "credit", check.perElement() ? "elements" : "");
        putText(options, "truth", check.truth());
        putList(options, "forbids", check.forbids());
        putList(options, "after", check.after());
    }

    private static void put(Map<String, Object> options, String role, Cell.Version version, String says) {
        options.put(role, version.exercise());
        if (!version.id().matches(Pattern.quote(version.exercise() + "." + role) + "-\\d+")) {
            options.put("id", version.id());
        }
        options.put("says", says);
    }

    private static void putText(Map<String, Object> options, String name, String value) {
        if (!value.isEmpty()) {
            options.put(name, value);
        }
    }

    private static void putList(Map<String, Object> options, String name, List<String> values) {
        if (!values.isEmpty()) {
            options.put(name, values);
        }
    }

    private static Number number(double value) {
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }
}
