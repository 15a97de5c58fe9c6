package practicum.syntax;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Reads cells as the kernel does: Java's own shell says where a snippet ends, and its compiler what it is. */
final class CellReader implements AutoCloseable {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private static final int DEEPEST = 400;

    /** No honest cell has more; strangers' code is read in the grader's own process, which nobody ends. */
    private static final int LONGEST = 100_000;

    private static final int MOST_SNIPPETS = 1000;

    /** What all cells that are read may have together. */
    private static final int LONGEST_IN_ALL = 1_000_000;

    private final JShell shell = JShell.builder().executionEngine("local").build();
    private int characters;

    /** The snippets of a cell, in order; what cannot be read is one snippet without a tree. */
    List<Snippet> read(String cell) {
        List<Snippet> snippets = new ArrayList<>();
        if (cell.length() > LONGEST || characters + cell.length() > LONGEST_IN_ALL || isTooDeep(cell)) {
            return List.of(Snippet.opaque(cell, 0));
        }
        characters += cell.length();
        int from = 0;
        try {
            while (!cell.substring(from).isBlank()) {
                if (snippets.size() == MOST_SNIPPETS) {
                    snippets.add(Snippet.opaque(cell.substring(from), from));
                    break;
                }
                String rest = cell.substring(from);
                CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                String source = next.source();
                // The shell adds a semicolon where one is missing at the end.
                int end = source == null || next.remaining() == null
                        ? cell.length()
                        : cell.length() - next.remaining().length();
                if (end <= from) {
                    end = cell.length();
                }
                String text = cell.substring(from, end);
                snippets.add(Snippet.read(text, from, parse(text)));
                from = end;
            }
        } catch (StackOverflowError | InternalError | RuntimeException tooDeep) {
            snippets.add(Snippet.opaque(cell.substring(from), from));
        }
        return snippets;
    }

    /** The compiler reads nested brackets by recursion. */
    private static boolean isTooDeep(String cell) {
        int depth = 0;
        for (int i = 0; i < cell.length() && depth <= DEEPEST; i++) {
            char c = cell.charAt(i);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        }
        return depth > DEEPEST;
    }

    /** The syntax of a snippet, in the first form in which it is right. */
    static Optional<Snippet.Tree> parse(String snippet) {
        for (Snippet.Form form : Snippet.Form.values()) {
            Optional<Snippet.Tree> tree = parse(snippet, form);
            if (tree.isPresent()) {
                return tree;
            }
        }
        return Optional.empty();
    }

    private static Optional<Snippet.Tree> parse(String snippet, Snippet.Form form) {
        try {
            return tree(snippet, form);
        } catch (StackOverflowError | IllegalStateException tooDeep) {
            return Optional.empty();
        }
    }

    private static Optional<Snippet.Tree> tree(String snippet, Snippet.Form form) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var task = (JavacTask) COMPILER.getTask(
                Writer.nullWriter(),
                null,
                problems,
                List.of("-proc:none"),
                null,
                List.of(new Text(form.around(snippet))));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            boolean wrong =
                    problems.getDiagnostics().stream().anyMatch(problem -> problem.getKind() == Diagnostic.Kind.ERROR);
            boolean empty = form == Snippet.Form.UNIT && unit.getImports().isEmpty();
            return wrong || empty
                    ? Optional.empty()
                    : Optional.of(
                            new Snippet.Tree(unit, Trees.instance(task).getSourcePositions(), form.length(), form));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    @Override
    public void close() {
        shell.close();
    }

    /** A source that is a text. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("text:///Snippet" + Kind.SOURCE.extension.toLowerCase(Locale.ROOT)), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
