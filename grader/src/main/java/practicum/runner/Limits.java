package practicum.runner;

import java.time.Duration;
import practicum.sandbox.Resources;

/**
 * How far a process that runs cells may go before it is killed.
 *
 * @param cell wall time of one cell
 * @param cellCpu processor time of one cell, over all threads and processes that it starts
 * @param process wall time of all of them, start included
 * @param cellOutputBytes what one cell may send
 * @param outputBytes what all of them may send
 * @param outputs how many outputs one cell may show
 * @param resources memory, processor time, processes and disk
 */
public record Limits(
        Duration cell,
        Duration cellCpu,
        Duration process,
        long cellOutputBytes,
        long outputBytes,
        int outputs,
        Resources resources) {
    /** How many processors a cell may keep busy all of its time. */
    private static final int PROCESSORS = 2;

    /** For a submission: ample for any honest one. */
    public static Limits standard() {
        return new Limits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(60 * PROCESSORS),
                Duration.ofMinutes(15),
                Resources.mebibytes(16),
                Resources.mebibytes(64),
                2000,
                Resources.standard());
    }

    /** For one's own notebook: time and output as a person has patience for, memory as the machine has it. */
    public static Limits relaxed() {
        long machine = Math.max(Runtime.getRuntime().maxMemory(), Resources.mebibytes(1024));
        Resources resources = new Resources(
                machine, 4 * machine, Long.MAX_VALUE >> 8, Integer.MAX_VALUE, 1 << 16, 1 << 16, Duration.ofDays(7));
        return new Limits(
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                Duration.ofDays(7),
                Resources.mebibytes(256),
                Resources.mebibytes(1024),
                100_000,
                resources);
    }

    /** Processor time of the whole process. */
    public Duration cpu() {
        return resources.cpu();
    }

    /** The same limits with another wall time per cell, and the processor time of a few threads for as long. */
    public Limits withCell(Duration time) {
        return new Limits(
                time, time.multipliedBy(PROCESSORS), process, cellOutputBytes, outputBytes, outputs, resources);
    }

    /** The same limits with another wall time per cell, and the same processor time. */
    public Limits withCellWall(Duration time) {
        return new Limits(time, cellCpu, process, cellOutputBytes, outputBytes, outputs, resources);
    }

    /** The same limits with so many times the wall time, and the same processor time. */
    public Limits withWall(int times) {
        return withCellWall(cell.multipliedBy(times)).withProcess(process.multipliedBy(times));
    }

    /** The same limits with another processor time per cell. */
    public Limits withCellCpu(Duration time) {
        return new Limits(cell, time, process, cellOutputBytes, outputBytes, outputs, resources);
    }

    /** The same limits with another wall time for the whole process. */
    public Limits withProcess(Duration time) {
        return new Limits(cell, cellCpu, time, cellOutputBytes, outputBytes, outputs, resources);
    }

    /** The same limits with other bounds on what one cell may send. */
    public Limits withCellOutput(long bytes) {
        return new Limits(cell, cellCpu, process, bytes, outputBytes, outputs, resources);
    }

    /** The same limits with other resources. */
    public Limits withResources(Resources other) {
        return new Limits(cell, cellCpu, process, cellOutputBytes, outputBytes, outputs, other);
    }
}
