package practicum.notebook;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/**
 * Recovery from code that no class file holds (Java Virtual Machine Specification, §4.11), such as a text of more than
 * 65,535 bytes, even one that is only joined from names.
 *
 * <p>The compiler finds that out while it writes the class, and the one that Java's shell keeps would complain of the same
 * at every later cell. A shell that is given one more place to look for classes takes a new compiler.
 */
final class ClassFileLimits {
    private static final String PASSED = "compiler.err.limit.";
    private static final String ANY_PLACE = System.getProperty("java.home");

    private final JShell shell;

    ClassFileLimits(JShell shell) {
        this.shell = shell;
    }

    /** Whether a snippet was refused because of such a limit. */
    boolean arePassedBy(Snippet snippet) {
        return shell.diagnostics(snippet).anyMatch(diag -> diag.getCode().startsWith(PASSED));
    }

    /** Makes the shell usable again after an evaluation, if it has to be, and forgets the statement that passed a limit. */
    void recover(List<SnippetEvent> events) {
        List<SnippetEvent> passing =
                events.stream().filter(event -> arePassedBy(event.snippet())).toList();
        if (passing.isEmpty()) {
            return;
        }
        passing.stream()
                .filter(event -> event.causeSnippet() == null)
                .map(SnippetEvent::snippet)
                .filter(snippet -> shell.status(snippet).isActive())
                .forEach(shell::drop);
        shell.addToClasspath(ANY_PLACE);
    }
}
