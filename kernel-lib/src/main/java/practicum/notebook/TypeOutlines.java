package practicum.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;

/**
 * Outlines of the types that a cell declares under names that an import also has. JShell compiles a cell's types one
 * after the other, so that the first would meet the imported class of the second's name, and not compile; with an
 * empty type of that name in place it waits for the real one.
 */
final class TypeOutlines {
    private static final Pattern SEVERAL = Pattern.compile(
            "(?s)\\b(?:class|interface|enum|record)\\s+\\w.*" + "\\b(?:class|interface|enum|record)\\s+\\w.*");
    private static final Pattern HEAD = Pattern.compile(
            "(class|interface|enum|record)\\s+(\\w+)\\s*(<[^{}();]*?>)?(?=\\s*(?:\\(|\\{|extends|implements|permits))");

    private final JShell shell;
    private final List<Snippet> declared = new ArrayList<>();

    TypeOutlines(JShell shell) {
        this.shell = shell;
    }

    /** Declares them, if the cell has two types or more and some bear an imported name. */
    void declare(String code) {
        if (!SEVERAL.matcher(code).find()) {
            return;
        }
        List<String> types = types(code);
        if (types.size() > 1) {
            types.stream()
                    .map(this::outline)
                    .filter(outline -> !outline.isEmpty())
                    .forEach(outline -> shell.eval(outline).forEach(event -> declared.add(event.snippet())));
        }
    }

    /** Removes those that no real type has taken the place of, so that the names mean the imported classes again. */
    void dropUnused() {
        declared.stream().filter(snippet -> shell.status(snippet).isActive()).forEach(shell::drop);
        declared.clear();
    }

    /** The texts of the types that the cell declares, not of those inside them. */
    private List<String> types(String code) {
        List<String> types = new ArrayList<>();
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!info.completeness().isComplete() || info.source() == null) {
                break;
            }
            for (Snippet snippet : shell.sourceCodeAnalysis().sourceToSnippets(info.source())) {
                if (snippet instanceof TypeDeclSnippet type) {
                    types.add(type.source());
                }
            }
            rest = info.remaining();
        }
        return types;
    }

    /** The type without what is in it, or "" where its name is no import's. */
    private String outline(String type) {
        Matcher head = HEAD.matcher(type);
        if (!head.find() || !isImported(head.group(2))) {
            return "";
        }
        String parameters = head.group(3) == null ? "" : head.group(3);
        String components = head.group(1).equals("record") ? "()" : "";
        return "%s %s%s%s {}".formatted(head.group(1), head.group(2), parameters, components);
    }

    private boolean isImported(String name) {
        return shell.types().noneMatch(type -> type.name().equals(name)) && DefaultImports.have(name);
    }
}
