package practicum.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/** Tells why a cell failed in the cell's own terms: its lines, its names, the causes. */
final class Failures {
    private static final String RESTART = "restart the kernel (menu Kernel, Restart)";

    private final JShell shell;
    private final Traces traces;
    private final NameAdvice names;

    Failures(JShell shell, Statements statements) {
        this.shell = shell;
        this.names = new NameAdvice(shell);
        this.traces = new Traces(shell, statements, names);
    }

    /** A magic of another kernel; none is used here, and none is silently turned into something else. */
    void refuseMagic(Cell cell, int offset) throws CellFailure {
        if (cell.code().charAt(offset) != '%') {
            return;
        }
        int line = cell.lineAt(offset);
        String message =
                cell.place(line) + ": a statement cannot begin with %, and magics such as %maven or %%html are not"
                        + " available. Every library of the course is on the class path already; delete the line.";
        throw new CellFailure("CompileError", message, List.of(Ansi.bold(message), "    " + cell.line(line)));
    }

    CellFailure ofCompile(Snippet snippet, Statement statement) {
        if (snippet instanceof DeclarationSnippet declaration) {
            names.remember(declaration.name());
        }
        var lines = new ArrayList<String>();
        var summary = new ArrayList<String>();
        for (Diag diag : shell.diagnostics(snippet).filter(Diag::isError).toList()) {
            boolean last = new Diagnostic(statement, diag).appendTo(lines, summary, names);
            if (last) {
                break;
            }
        }
        if (snippet instanceof DeclarationSnippet declaration && summary.isEmpty()) {
            List<String> names = shell.unresolvedDependencies(declaration).toList();
            String message = "%s: %s needs %s, which no cell has defined yet."
                    .formatted(
                            statement.cell().place(statement.cellLine(1)),
                            UnresolvedNames.describe(declaration),
                            UnresolvedNames.quoted(names));
            summary.add(message);
            lines.add(Ansi.bold(message));
        }
        if (summary.isEmpty()) {
            String message = statement.cell().place(statement.cellLine(1)) + ": this is not a complete Java statement.";
            summary.add(message);
            lines.add(Ansi.bold(message));
        }
        return new CellFailure("CompileError", summary.get(0), lines);
    }

    /** A declaration can be used. */
    void worked(DeclarationSnippet snippet) {
        names.forget(snippet.name());
    }

    CellFailure ofException(JShellException exception, @Nullable Throwable thrown) {
        return traces.tell(exception, thrown);
    }

    CellFailure ofInterrupt(Statement statement, boolean stillRunning) {
        String message = stillRunning
                ? "You stopped this cell, but its code does not heed that: it still runs and takes processor time."
                        + " Save your work, then "
                        + RESTART + "."
                : "You stopped this cell.";
        return new CellFailure(
                "Interrupted",
                message,
                List.of(
                        Ansi.bold(message),
                        Ansi.faint("  in " + statement.cell().place(statement.cellLine(1)))));
    }

    /** What an error says of itself, unless that is an error too. */
    private static Optional<String> said(Throwable error) {
        try {
            return Optional.of(error.toString().lines().findFirst().orElse(""));
        } catch (Throwable sly) {
            return Optional.empty();
        }
    }

    /** An error of the compiler itself, such as a stack overflow on an expression of thousands of terms. */
    CellFailure ofCompiler(Throwable error) {
        String message = said(error)
                .map(said -> "The compiler gave up on this cell: %s. Split the cell, or %s if this comes again."
                        .formatted(said, RESTART))
                .orElse("This cell threw a %s that cannot be told: its own code fails when it is asked what it is."
                        .formatted(Wrappers.strip(error.getClass().getName())));
        return new CellFailure(error.getClass().getSimpleName(), message, List.of(Ansi.bold(message)));
    }
}
