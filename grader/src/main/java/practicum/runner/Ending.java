package practicum.runner;

import practicum.runner.CellOutcome.Status;

/**
 * Why a process has ended.
 *
 * @param status the status of the cell that was running
 * @param sentence the reason, for a reader
 */
record Ending(Status status, String sentence) {
    private static final int SIGNALLED = 128;

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
