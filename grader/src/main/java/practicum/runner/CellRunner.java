package practicum.runner;

import java.time.Duration;

/** A process that evaluates cells, one after another, in one session; closed, it is gone with its whole tree. */
public interface CellRunner extends AutoCloseable {
    /** Runs one cell; never throws for what the cell does. After the process has ended every cell is {@code NOT_RUN}. */
    CellOutcome run(String code);

    /** The processor time that the process and all that it started have used, as last seen. */
    Duration processorTime();

    /** Whether the process can still take a cell. */
    boolean isAlive();

    @Override
    void close();
}
