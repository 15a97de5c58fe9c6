package practicum.runner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import practicum.runner.CellOutcome.Status;

/**
 * Why a process has ended.
 *
 * @param status the status of the cell that was running
 * @param sentence the reason, for a reader
 */
record Ending(Status status, String sentence) {
    private static final int SIGNALLED = 128;

    /** What the virtual machine says, on standard output whatever its options, before it dumps. */
    private static final Pattern CRASH = Pattern.compile("# +(SIG[A-Z]+|Internal Error) \\(");

    /** A process that wrote what is no event: its virtual machine, when it crashed, or its code. */
    static Ending offProtocol(String line, String lastWords) {
        Matcher crash = CRASH.matcher(lastWords);
        if (crash.find()) {
            return new Ending(
                    Status.KERNEL_DIED, "The virtual machine crashed in native code (" + crash.group(1) + ").");
        }
        return new Ending(
                Status.KERNEL_DIED,
                "The process wrote past System.out into the grader's own channel and was ended: " + line + ".");
    }

    /** A process that ended without being told to. */
    static Ending byItself(int exitStatus, String errors) {
        if (errors.matches("(?s).*(insufficient memory|OutOfMemoryError|std::bad_alloc|Out of swap space).*")) {
            return new Ending(Status.KILLED_MEMORY, "The process ran out of memory and ended.");
        }
        if (exitStatus > SIGNALLED) {
            return new Ending(Status.KERNEL_DIED, "The process was ended by signal " + (exitStatus - SIGNALLED) + ".");
        }
        return new Ending(
                Status.KERNEL_DIED,
                "The process ended by itself with status " + exitStatus + ", as System.exit makes it.");
    }
}
