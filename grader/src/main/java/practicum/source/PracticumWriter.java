package practicum.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes a practicum as its text source; what it writes, {@link PracticumParser} reads back as the same cells. */
public final class PracticumWriter {
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(`{3,})");
    private static final DumpSettings YAML = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(10_000)
            .setSplitLines(false)
            .build();

    private final StringBuilder text = new StringBuilder();

    private PracticumWriter() {}

    /** The text, ending with one line feed. */
    public static String write(Practicum practicum) {
        PracticumWriter writer = new PracticumWriter();
        writer.frontMatter(practicum.about());
        Cell before = null;
        for (Cell cell : practicum.cells()) {
            if (before instanceof Cell.Prose && cell instanceof Cell.Prose) {
                writer.text.append("\n+++\n");
            }
            writer.text.append('\n');
            writer.cell(cell);
            before = cell;
        }
        return writer.text.toString();
    }

    private void frontMatter(FrontMatter about) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("jupytext", Map.of("text_representation", Map.of("extension", ".md", "format_name", "myst")));
        values.put("kernelspec", Map.of("name", "practicum", "display_name", "Java (Practicum)", "language", "java"));
        values.put("title", about.title());
        values.put("number", about.number());
        values.put("claim", about.claim());
        values.put("seed", about.seed());
        values.put("floor", number(about.floor()));
        text.append("---\n").append(yaml(values)).append("---\n");
    }

    private void cell(Cell cell) {
        if (cell instanceof Cell.Prose prose) {
            text.append(prose.markdown()).append('\n');
        } else if (cell instanceof Cell.Demo demo) {
            fenced("{code-cell} java", options(demo), demo.code());
        } else if (cell instanceof Cell.Exercise exercise) {
            fenced("{code-cell} java", options(exercise), exercise.code());
        } else if (cell instanceof Cell.Check check) {
            fenced("{code-cell} java", options(check), check.code());
        } else if (cell instanceof Cell.Mistake mistake) {
            fenced("{code-cell} java", options(mistake), mistake.code());
        } else if (cell instanceof Cell.Written written) {
            fenced("{written}", options(written), written.prompt());
        }
    }

    private static Map<String, Object> options(Cell.Demo demo) {
        Map<String, Object> options = new LinkedHashMap<>();
        putText(options, "id", demo.id());
        putList(options, "tags", demo.tags());
        return options;
    }

    private static Map<String, Object> options(Cell.Exercise exercise) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("exercise", exercise.id());
        options.put("points", number(exercise.points()));
        options.put("minutes", exercise.minutes());
        options.put("difficulty", exercise.difficulty().toString());
        options.put("hint", exercise.hint());
        putText(options, "paper", exercise.paper());
        return options;
    }

    private static Map<String, Object> options(Cell.Check check) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put(check.hidden() ? "hidden" : "check", check.exercise());
        putText(options, "compare", check.compare());
        if (check.weight() != 1) {
            options.put("weight", number(check.weight()));
        }
        putList(options, "after", check.after());
        return options;
    }

    private static Map<String, Object> options(Cell.Mistake mistake) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("mistake", mistake.exercise());
        if (!mistake.id().matches(Pattern.quote(mistake.exercise()) + "\\.mistake-\\d+")) {
            options.put("id", mistake.id());
        }
        options.put("says", mistake.says());
        return options;
    }

    private static Map<String, Object> options(Cell.Written written) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("written", written.id());
        options.put("points", number(written.points()));
        options.put("rubric", written.rubric());
        return options;
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

    private void fenced(String info, Map<String, Object> options, String body) {
        String fence = "`".repeat(longestFence(body) + 1);
        text.append(fence).append(info).append('\n');
        if (options.size() == 1) {
            options.forEach((name, value) ->
                    text.append(':').append(name).append(": ").append(value).append('\n'));
        } else if (!options.isEmpty()) {
            text.append("---\n").append(yaml(options)).append("---\n");
        }
        text.append(body).append(body.isEmpty() ? "" : "\n").append(fence).append('\n');
    }

    private static int longestFence(String body) {
        return FENCE.matcher(body)
                .results()
                .mapToInt(match -> match.group(1).length())
                .max()
                .orElse(2);
    }

    private static String yaml(Map<String, Object> values) {
        return new Dump(YAML).dumpToString(values);
    }
}
