package practicum.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.StatementSnippet;

/**
 * The names in one cell.
 *
 * @param uses every identifier in it
 * @param sets what it declares or assigns, and what it may change: the receiver of a call that stands alone, and every
 *     name in a loop or another statement
 */
record CellNames(Set<String> uses, Set<String> sets) {
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

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
        for (Snippet snippet : snippets(cell, analysis)) {
            if (snippet instanceof DeclarationSnippet declaration) {
                sets.add(declaration.name());
            } else if (snippet instanceof ExpressionSnippet) {
                identifiers(snippet.source()).stream().findFirst().ifPresent(sets::add);
            } else if (snippet instanceof StatementSnippet) {
                sets.addAll(identifiers(snippet.source()));
            }
        }
        return new CellNames(new HashSet<>(identifiers(cell)), sets);
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
