package practicum.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The text of a source, written part by part. */
public final class SourceText {
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(`{3,})");
    private static final DumpSettings YAML = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(10_000)
            .setSplitLines(false)
            .build();

    private final StringBuilder text = new StringBuilder();
    private boolean afterProse;

    /** Begins a source with its front matter, to which it adds what jupytext needs to know. */
    public SourceText(Map<String, Object> frontMatter) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("jupytext", Map.of("text_representation", Map.of("format_name", "myst")));
        Map<String, Object> kernel = new LinkedHashMap<>();
        kernel.put("display_name", "Java (Practicum)");
        kernel.put("language", "java");
        kernel.put("name", "practicum");
        values.put("kernelspec", kernel);
        values.putAll(frontMatter);
        text.append("---\n").append(yaml(values)).append("---\n");
    }

    /** Adds a cell of Markdown. */
    public void prose(String markdown) {
        text.append(afterProse ? "\n+++\n\n" : "\n").append(markdown).append('\n');
        afterProse = true;
    }

    /** Adds a cell of Java. */
    public void code(Map<String, Object> options, String code) {
        fenced("{code-cell} java", options, code);
    }

    /** Adds a question that is answered in words. */
    public void written(Map<String, Object> options, String prompt) {
        fenced("{written}", options, prompt);
    }

    /** The text so far, ending with one line feed. */
    @Override
    public String toString() {
        return text.toString();
    }

    private void fenced(String info, Map<String, Object> options, String body) {
        String fence = "`".repeat(longestFence(body) + 1);
        text.append('\n').append(fence).append(info).append('\n');
        if (options.size() == 1 && options.values().iterator().next() instanceof String) {
            options.forEach((name, value) ->
                    text.append(':').append(name).append(": ").append(value).append('\n'));
        } else if (!options.isEmpty()) {
            text.append("---\n").append(yaml(options)).append("---\n");
        }
        text.append(body).append(body.isEmpty() ? "" : "\n").append(fence).append('\n');
        afterProse = false;
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
