package practicum.runner;

import java.time.Duration;
import java.util.List;
import practicum.nbformat.Output;

/**
 * What became of one cell.
 *
 * @param status how it ended
 * @param outputs what it showed, in order, up to the output limit
 * @param took wall time
 * @param detail one sentence for a reader where the status is not {@code OK} or {@code ERROR}; else empty
 */
public record CellOutcome(Status status, List<Output> outputs, Duration took, String detail) {
    /** How a cell ended. */
    public enum Status {
        /** It ran to its end. */
        OK,
        /** It did not compile, or threw; the last output says what. */
        ERROR,
        /** It passed its time limit; its process is gone. */
        TIMEOUT,
        /** Its process passed the memory limit and is gone. */
        KILLED_MEMORY,
        /** It filled the folders that it may write to; its process is gone. */
        KILLED_DISK,
        /** It printed more than it may; its process is gone. */
        OUTPUT_LIMIT,
        /** Its process ended by itself, or was killed from inside. */
        KERNEL_DIED,
        /** It was not run, because the process had ended before. */
        NOT_RUN
    }
}
