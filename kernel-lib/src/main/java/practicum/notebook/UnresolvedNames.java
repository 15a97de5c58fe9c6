package practicum.notebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet.Status;

/**
 * The names that a cell's declarations use and no cell defines: JShell accepts such a declaration and lets it fail when
 * it is used.
 *
 * @param missing per declaration, what it lacks
 */
record UnresolvedNames(Map<DeclarationSnippet, List<String>> missing) {
    static UnresolvedNames of(JShell shell, Collection<DeclarationSnippet> declared) {
        var missing = new TreeMap<DeclarationSnippet, List<String>>((a, b) -> Integer.compare(id(a), id(b)));
        for (DeclarationSnippet snippet : declared) {
            Status status = shell.status(snippet);
            if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
                missing.put(
                        snippet, shell.unresolvedDependencies(snippet).sorted().toList());
            }
        }
        return new UnresolvedNames(missing);
    }

    /** Warns of each on {@code System.err}. */
    void report(Statements statements) {
        missing.forEach((snippet, names) -> System.err.println(warning(snippet, names, statements)));
    }

    private static String warning(DeclarationSnippet snippet, List<String> names, Statements statements) {
        String place = statements
                .of(snippet)
                .map(s -> s.cell().place(s.cellLine(1)) + ": ")
                .orElse("");
        return "Warning: %s%s uses %s, which no cell has defined yet. It fails when it is %s."
                .formatted(
                        place, describe(snippet), quoted(names), snippet instanceof MethodSnippet ? "called" : "used");
    }

    static String describe(DeclarationSnippet snippet) {
        return snippet instanceof MethodSnippet ? snippet.name() + "()" : snippet.name();
    }

    /** JShell says "method foo(int)", "variable x", "class Bar". */
    static String quoted(List<String> names) {
        var words = new ArrayList<String>();
        for (String name : names) {
            words.add("‘" + name.substring(name.indexOf(' ') + 1) + "’");
        }
        return words.stream().distinct().collect(Collectors.joining(", "));
    }

    private static int id(DeclarationSnippet snippet) {
        return Integer.parseInt(snippet.id());
    }
}
