package practicum.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads options in either spelling: a YAML block between {@code ---} lines, or {@code :key: value} lines. */
final class OptionsReader {
    /** Options, and the index of the first line after them. */
    record Read(Options options, int end) {}

    private static final Pattern INLINE = Pattern.compile("^:([\\w-]+):(?:\\s+(.*))?$");

    private final String owner;
    private final int firstLine;
    private final Problems problems;
    private final Map<String, Options.Option> found = new LinkedHashMap<>();

    private OptionsReader(String owner, int firstLine, Problems problems) {
        this.owner = owner;
        this.firstLine = firstLine;
        this.problems = problems;
    }

    /** Reads the options that {@code lines} begin with; {@code firstLine} is the number of the first. */
    static Read read(List<String> lines, int firstLine, String owner, Problems problems) {
        OptionsReader reader = new OptionsReader(owner, firstLine, problems);
        int end = !lines.isEmpty() && lines.get(0).matches("---\\s*") ? reader.block(lines) : reader.lines(lines);
        return new Read(new Options(owner, firstLine, reader.found, problems), end);
    }

    private int block(List<String> lines) {
        for (int end = 1; end < lines.size() && !lines.get(end).startsWith("```"); end++) {
            if (lines.get(end).matches("---\\s*")) {
                yaml(String.join("\n", lines.subList(1, end)));
                return end + 1;
            }
        }
        problems.add(firstLine, "The options of " + owner + " are never closed.", "Put a line --- after the last one.");
        return lines.size();
    }

    private int lines(List<String> lines) {
        int end = 0;
        for (; end < lines.size(); end++) {
            Matcher option = INLINE.matcher(lines.get(end));
            if (!option.matches()) {
                break;
            }
            String value = option.group(2) == null ? "" : option.group(2);
            put(option.group(1), firstLine + end, List.of(value));
        }
        return end;
    }

    private void yaml(String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(true)
                    .setMaxAliasesForCollections(0)
                    .build();
            new Compose(settings).composeString(text).ifPresent(this::mapping);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine()).orElse(0);
            malformed(firstLine + 1 + line, e.getProblem());
        } catch (YamlEngineException e) {
            malformed(firstLine, String.valueOf(e.getMessage()));
        }
    }

    private void malformed(int line, String reason) {
        problems.add(
                line,
                "The options of " + owner + " are no YAML: " + reason + ".",
                "Put \"quotes\" around a text that holds a colon, a # or a leading symbol.");
    }

    private void mapping(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            malformed(firstLine + 1, "expected lines \"key: value\"");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int line = firstLine
                    + 1
                    + tuple.getKeyNode().getStartMark().orElseThrow().getLine();
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            put(name, line, values(tuple.getValueNode()));
        }
    }

    private static List<String> values(Node node) {
        if (node instanceof ScalarNode scalar) {
            return List.of(scalar.getValue());
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "")
                    .toList();
        }
        return List.of();
    }

    private void put(String name, int line, List<String> values) {
        if (found.putIfAbsent(name, new Options.Option(line, values)) != null) {
            problems.add(line, "The option \"" + name + "\" is given twice.", "Delete one of the two.");
        }
    }
}
