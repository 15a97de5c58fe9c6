package practicum.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import practicum.runner.CellOutcome;
import practicum.runner.CellOutcome.Status;
import practicum.runner.CellRunner;

/**
 * A run of cells that survives the death of its process: the cells that remain run in a fresh one, in which all earlier
 * cells but those that killed a process ran again. What cannot be brought back in the time that the submission has left
 * is not run, and says why.
 */
final class Session implements AutoCloseable {
    private static final int RESTARTS = 3;
    private static final Set<Status> LASTING = EnumSet.of(Status.OK, Status.ERROR);

    private final Supplier<CellRunner> processes;
    private final Allowance allowance;
    private final long start = System.nanoTime();
    private final List<Past> history = new ArrayList<>();
    private final List<Status> deaths = new ArrayList<>();
    private @Nullable CellRunner process;
    private Duration buried = Duration.ZERO;
    private String lost = "";

    /** A cell that ran, and how long it took. */
    private record Past(String code, Duration took) {}

    Session(Supplier<CellRunner> processes, Allowance allowance) {
        this.processes = processes;
        this.allowance = allowance;
    }

    /** Runs one cell, in the state that all cells before it left. */
    CellOutcome run(String code) {
        if (lost.isEmpty()) {
            prepare();
        }
        if (process == null) {
            return new CellOutcome(Status.NOT_RUN, List.of(), Duration.ZERO, lost);
        }
        var outcome = process.run(code);
        if (LASTING.contains(outcome.status())) {
            history.add(new Past(code, outcome.took()));
        } else {
            deaths.add(outcome.status());
        }
        if (!process.isAlive()) {
            if (LASTING.contains(outcome.status())) {
                deaths.add(Status.KERNEL_DIED);
            }
            end();
        }
        return outcome;
    }

    /** How processes ended that did not end as they should, in order. */
    List<Status> deaths() {
        return List.copyOf(deaths);
    }

    /** Has a process ready, unless the submission has had its share or its state is lost. */
    private void prepare() {
        if (process != null && !process.isAlive()) {
            // It died while it had nothing to do; the cell that comes now is not to blame.
            deaths.add(Status.KERNEL_DIED);
            end();
        }
        if (deaths.size() > RESTARTS) {
            lost = "Not run: cells before it have ended " + deaths.size() + " processes.";
        } else if (!allowance.covers(elapsed(), worked())) {
            deaths.add(Status.TIMEOUT);
            lost = "Not run: the submission has used up " + allowance + ".";
        } else if (process == null) {
            restore();
        }
        if (!lost.isEmpty()) {
            end();
        }
    }

    private void restore() {
        Duration cost = history.stream().map(Past::took).reduce(Duration.ZERO, Duration::plus);
        if (!allowance.covers(elapsed().plus(cost), worked())) {
            lost = "Not run: to make again what the cells before it had made takes longer than what is left of "
                    + allowance + ".";
            return;
        }
        process = processes.get();
        for (Past past : history) {
            var outcome = process.run(past.code());
            if (!LASTING.contains(outcome.status())) {
                deaths.add(outcome.status());
                lost = "Not run: what the cells before it had made could not be made again.";
                return;
            }
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The processor time of all processes so far. */
    private Duration worked() {
        return process == null ? buried : buried.plus(process.processorTime());
    }

    private void end() {
        if (process != null) {
            buried = worked();
            process.close();
            process = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
