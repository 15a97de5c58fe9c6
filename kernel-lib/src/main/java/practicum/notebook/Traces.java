package practicum.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** Tells an exception with all its causes, naming lines of cells where the reader's own code was running. */
final class Traces {
    private static final int LIBRARY_FRAMES = 4;
    private static final int CAUSE_FRAMES = 1;
    private static final int CELL_FRAMES = 12;
    private static final int CAUSES = 8;

    private final JShell shell;
    private final Statements statements;
    private final NameAdvice names;

    Traces(JShell shell, Statements statements, NameAdvice names) {
        this.shell = shell;
        this.statements = statements;
        this.names = names;
    }

    CellFailure tell(JShellException exception, @Nullable Throwable thrown) {
        Optional<NotImplemented> stub = stub(thrown);
        if (stub.isPresent()) {
            return stillToDo(exception, String.valueOf(stub.get().getMessage()));
        }
        var lines = new ArrayList<String>();
        var told = new HashSet<String>();
        Throwable at = exception;
        var said = new ArrayList<String>();
        boolean refused = false;
        for (int depth = 0; at instanceof JShellException link && depth < CAUSES; depth++, at = at.getCause()) {
            if (repeats(link, said) || refused && isMachinery(link)) {
                continue;
            }
            refused |= isRefusal(link);
            lines.add((depth == 0 ? "" : "Caused by: ") + Ansi.bold(headline(link)));
            lines.addAll(frames(link.getStackTrace(), libraryFrames(link, depth), told));
        }
        advice(exception).ifPresent(advice -> lines.add(Ansi.bold("→ " + advice)));
        return new CellFailure(name(exception), message(exception), lines);
    }

    /** What the library refuses, it says itself: beside the reader's places its own need not be named. */
    private int libraryFrames(JShellException link, int depth) {
        if (isRefusal(link)
                && Arrays.stream(link.getStackTrace())
                        .anyMatch(frame -> place(frame).isPresent())) {
            return 0;
        }
        return depth == 0 ? LIBRARY_FRAMES : CAUSE_FRAMES;
    }

    /** PyTorch's own words, which a refusal has put into the reader's. */
    private static boolean isMachinery(JShellException cause) {
        return cause instanceof EvalException e && e.getExceptionClassName().startsWith("ai.djl.");
    }

    private static boolean isRefusal(JShellException link) {
        if (!(link instanceof EvalException e)) {
            return false;
        }
        StackTraceElement[] trace = e.getStackTrace();
        return e.getExceptionClassName().startsWith("practicum.")
                || e.getExceptionClassName().equals("java.lang.IllegalArgumentException")
                        && trace.length > 0
                        && trace[0].getClassName().startsWith("practicum.");
    }

    /** Whether a cause says nothing that was not said before it: its class again, or words that the outer one quotes. */
    private boolean repeats(JShellException cause, List<String> said) {
        String headline = headline(cause);
        String message = message(cause);
        boolean repeated = said.stream()
                .anyMatch(before -> before.equals(headline) || (!message.isEmpty() && before.contains(message)));
        said.add(headline);
        return repeated;
    }

    /** What to do about the first exception of a chain that there is advice for, the outermost first. */
    private Optional<String> advice(JShellException exception) {
        Throwable at = exception;
        for (int depth = 0; at instanceof JShellException link && depth < CAUSES; depth++, at = at.getCause()) {
            Optional<String> advice = link instanceof EvalException e
                    ? RunAdvice.of(e.getExceptionClassName(), message(e))
                    : missing((UnresolvedReferenceException) link);
            if (advice.isPresent()) {
                return advice;
            }
        }
        return Optional.empty();
    }

    private Optional<String> missing(UnresolvedReferenceException exception) {
        DeclarationSnippet snippet = exception.getSnippet();
        List<String> lacking = UnresolvedNames.of(shell, snippet);
        if (lacking.isEmpty()) {
            return Optional.of(
                    statements.hasWorked(snippet)
                            ? "Run the cell that defines ‘%s’ again, after changing it to what there is now."
                                    .formatted(UnresolvedNames.describe(snippet))
                            : NameAdvice.mend(snippet.name()));
        }
        String first = lacking.get(0);
        return UnresolvedNames.functionCalled(snippet, lacking)
                .or(() -> names.of(NameAdvice.Kind.of(first), UnresolvedNames.simple(first)));
    }

    /** A stub is no accident: one sentence and the place, whatever it was wrapped in on its way. */
    private CellFailure stillToDo(JShellException exception, String message) {
        var lines = new ArrayList<String>();
        lines.add(Ansi.bold(message));
        for (StackTraceElement frame : exception.getStackTrace()) {
            place(frame).ifPresent(place -> lines.add("  at " + place));
        }
        return new CellFailure("NotImplemented", message, lines);
    }

    private static Optional<NotImplemented> stub(@Nullable Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
            if (at instanceof NotImplemented stub) {
                return Optional.of(stub);
            }
        }
        return Optional.empty();
    }

    private String headline(JShellException exception) {
        String type = isRefusal(exception)
                ? name(exception)
                : exception instanceof EvalException e ? Wrappers.strip(e.getExceptionClassName()) : "Undefined name";
        String message = message(exception);
        return message.isEmpty() ? type : type + ": " + message;
    }

    private static String name(JShellException exception) {
        if (exception instanceof EvalException e) {
            String type = Wrappers.strip(e.getExceptionClassName());
            return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        }
        return "UndefinedName";
    }

    private String message(JShellException exception) {
        if (exception instanceof UnresolvedReferenceException e) {
            return UnresolvedNames.why(shell, statements, e.getSnippet());
        }
        String message =
                Wrappers.strip(Optional.ofNullable(exception.getMessage()).orElse(""));
        return isNull(exception) ? Diagnostic.plain(message) : message;
    }

    /** The machine words these messages itself, with packages and all. */
    private static boolean isNull(JShellException exception) {
        return exception instanceof EvalException e
                && e.getExceptionClassName().equals("java.lang.NullPointerException");
    }

    /** The frames of one exception; places in cells that were told of before are not told again. */
    private List<String> frames(StackTraceElement[] trace, int most, Set<String> told) {
        var lines = new ArrayList<String>();
        int library = 0;
        int own = 0;
        int skipped = 0;
        String last = "";
        for (StackTraceElement frame : trace) {
            Optional<String> place = place(frame);
            String text = place.orElseGet(() -> Ansi.faint(frame.toString()));
            boolean shown = place.isPresent() ? own++ < CELL_FRAMES : !isPlumbing(frame) && library++ < most;
            if (!shown || text.equals(last) || place.isPresent() && most <= CAUSE_FRAMES && told.contains(text)) {
                skipped++;
                continue;
            }
            skipped = tellSkipped(lines, skipped);
            lines.add("  at " + text);
            told.add(text);
            last = text;
        }
        tellSkipped(lines, skipped);
        return lines;
    }

    private static int tellSkipped(List<String> lines, int skipped) {
        if (skipped > 0) {
            lines.add(Ansi.faint("  … " + skipped + " more"));
        }
        return 0;
    }

    /** The cell's line that a frame stands for, and its text. */
    private Optional<String> place(StackTraceElement frame) {
        String file = frame.getFileName();
        if (file == null || !file.startsWith("#")) {
            return Optional.empty();
        }
        return statements.of(file.substring(1)).map(statement -> {
            int line = statement.cellLine(frame.getLineNumber());
            String method = method(frame);
            return Ansi.bold(statement.cell().place(line)) + (method.isEmpty() ? "" : " in " + method) + ":  "
                    + statement.cell().line(line).strip();
        });
    }

    private static String method(StackTraceElement frame) {
        String owner = frame.getClassName();
        String name = frame.getMethodName().startsWith("lambda$") ? "a lambda" : frame.getMethodName();
        if (name.isEmpty() || name.equals("a lambda")) {
            return name;
        }
        if (name.startsWith("do_it$")) {
            return ""; // JShell's own, about an expression
        }
        return (owner.isEmpty() ? "" : owner.substring(owner.lastIndexOf('.') + 1) + ".") + name + "()";
    }

    private static boolean isPlumbing(StackTraceElement frame) {
        String owner = frame.getClassName();
        return owner.startsWith("jdk.internal.")
                || owner.startsWith("java.")
                || owner.startsWith("sun.")
                || owner.startsWith("jdk.jshell.")
                || owner.startsWith("practicum.notebook.Cell");
    }
}
