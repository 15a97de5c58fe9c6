package practicum.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * The names in one cell.
 *
 * @param uses every identifier in it
 * @param sets what it declares or assigns, and what it may change: the receiver of a call that stands alone, and every
 *     name in a loop or another statement
 * @param makes what of that it declares, assigns or calls a method of in the open, outside loops and other statements
 */
record CellNames(Set<String> uses, Set<String> sets, Set<String> makes) {
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private static final Pattern VARIABLE = Pattern.compile("\\s*(?:final\\s+)?var\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*)");
    /** The first name of an expression, unless it is a method that is called. */
    private static final Pattern CHANGED =
            Pattern.compile("[\\s(+\\-]*([\\p{L}_$][\\p{L}\\p{N}_$]*)(?!\\s*[\\p{L}\\p{N}_$(])");

    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(?:\\{|(?:for|while|do|if|try|switch|synchronized)\\b)");

    /** Reads cells with Java's own shell, which parses them as a notebook does; nothing is run. */
    static List<CellNames> of(List<String> cells) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            return cells.stream()
                    .map(cell -> read(cell, shell.sourceCodeAnalysis()))
                    .toList();
        }
    }

    private static CellNames read(String cell, SourceCodeAnalysis analysis) {
        Set<String> sets = new HashSet<>();
        Set<String> makes = new HashSet<>();
        for (Snippet snippet : snippets(cell, analysis)) {
            List<String> names = snippet instanceof DeclarationSnippet declaration
                    ? List.of(declaration.name())
                    : setBy(snippet.source());
            sets.addAll(names);
            if (!STATEMENT.matcher(snippet.source()).lookingAt()) {
                makes.addAll(names);
            }
        }
        return new CellNames(new HashSet<>(identifiers(cell)), sets, makes);
    }

    /** What Java's shell does not classify before it knows the types. */
    private static List<String> setBy(String statement) {
        Matcher variable = VARIABLE.matcher(statement);
        if (variable.lookingAt()) {
            return List.of(variable.group(1));
        }
        if (STATEMENT.matcher(statement).lookingAt()) {
            return identifiers(statement);
        }
        Matcher changed = CHANGED.matcher(statement);
        return changed.lookingAt() ? List.of(changed.group(1)) : List.of();
    }

    private static List<Snippet> snippets(String cell, SourceCodeAnalysis analysis) {
        List<Snippet> snippets = new ArrayList<>();
        String rest = cell;
        while (!rest.isBlank()) {
            CompletionInfo next = analysis.analyzeCompletion(rest);
            String source = next.source() == null ? rest : next.source();
            snippets.addAll(analysis.sourceToSnippets(source));
            rest = next.source() == null ? "" : next.remaining();
        }
        return snippets;
    }

    private static List<String> identifiers(String code) {
        return IDENTIFIER.matcher(code).results().map(MatchResult::group).toList();
    }
}
