package practicum.notebook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet.Status;

/**
 * Why declarations cannot be used yet, or no longer: they use names that no cell defines, or what a later cell defined
 * anew. JShell accepts such a declaration and lets it fail when it is used.
 *
 * @param reasons per declaration, what is wrong and what follows, in sentences
 */
record UnresolvedNames(Map<DeclarationSnippet, String> reasons) {
    /** Of these declarations, those that lack something. */
    static UnresolvedNames of(JShell shell, Statements statements, Collection<DeclarationSnippet> declared) {
        var reasons = new TreeMap<DeclarationSnippet, String>((a, b) -> Integer.compare(id(a), id(b)));
        for (DeclarationSnippet snippet : declared) {
            Status status = shell.status(snippet);
            if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
                reasons.put(snippet, sentence(shell, statements, snippet));
            }
        }
        return new UnresolvedNames(reasons);
    }

    /** What a declaration lacks, as JShell says it: "method foo(int)", "variable x", "class Bar". */
    static List<String> of(JShell shell, DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet).sorted().toList();
    }

    /** Why a declaration cannot be used: a name is missing, or it no longer compiles. */
    static String why(JShell shell, Statements statements, DeclarationSnippet snippet) {
        List<String> lacking = of(shell, snippet);
        if (!lacking.isEmpty()) {
            return describe(snippet) + " uses " + quoted(lacking) + ", which no cell has defined";
        }
        String complaint = shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(Diagnostic::headline)
                .findFirst()
                .map(words -> ": " + words.replaceFirst(";$", ""))
                .orElse("");
        String since = statements.hasWorked(snippet)
                ? " no longer compiles, since a cell has changed what it uses"
                : " does not compile";
        return describe(snippet) + since + complaint;
    }

    /** Whether a declaration lacks no name, and is wrong all the same. */
    static boolean isWrong(JShell shell, DeclarationSnippet snippet) {
        Status status = shell.status(snippet);
        return (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED)
                && of(shell, snippet).isEmpty()
                && shell.diagnostics(snippet).anyMatch(Diag::isError);
    }

    private static String sentence(JShell shell, Statements statements, DeclarationSnippet snippet) {
        List<String> lacking = of(shell, snippet);
        return why(shell, statements, snippet)
                + (lacking.isEmpty() ? ". " : " yet. ")
                + functionCalled(snippet, lacking).orElse(whenItFails(snippet));
    }

    /** Warns of each on {@code System.err}. */
    void report(Statements statements) {
        reasons.forEach((snippet, reason) -> {
            String place = statements
                    .of(snippet)
                    .map(s -> s.cell().place(s.cellLine(1)) + ": ")
                    .orElse("");
            System.err.println("Warning: " + place + reason);
        });
    }

    private static String whenItFails(DeclarationSnippet snippet) {
        return "It fails when it is " + (snippet instanceof MethodSnippet ? "called." : "used.");
    }

    /** What to do where a parameter that holds a function is called like a method. */
    static Optional<String> functionCalled(DeclarationSnippet snippet, Collection<String> lacking) {
        return lacking.stream()
                .filter(name -> name.startsWith("method "))
                .flatMap(name -> FunctionValues.adviceInside(snippet.source(), simple(name)).stream())
                .findFirst();
    }

    static String describe(DeclarationSnippet snippet) {
        return snippet instanceof MethodSnippet ? snippet.name() + "()" : snippet.name();
    }

    /** The names without their kinds, in quotation marks. */
    static String quoted(List<String> names) {
        return names.stream()
                .map(name -> "‘" + Diagnostic.plain(name.substring(name.indexOf(' ') + 1)) + "’")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The name alone: {@code foo} for "method foo(int)". */
    static String simple(String name) {
        return name.substring(name.indexOf(' ') + 1).replaceFirst("\\(.*", "");
    }

    private static int id(DeclarationSnippet snippet) {
        return Integer.parseInt(snippet.id());
    }
}
