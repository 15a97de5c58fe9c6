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
 * cells but those that killed a process ran again. What cannot be brought back is not run, and says why.
 */
final class Session implements AutoCloseable {
    private static final int RESTARTS = 3;
    private static final Set<Status> LASTING = EnumSet.of(Status.OK, Status.ERROR);

    private final Supplier<CellRunner> processes;
    private final List<String> history = new ArrayList<>();
    private final List<Status> deaths = new ArrayList<>();
    private @Nullable CellRunner process;
    private String lost = "";

    Session(Supplier<CellRunner> processes) {
        this.processes = processes;
    }

    /** Runs one cell, in the state that all cells before it left. */
    CellOutcome run(String code) {
        if (process == null && lost.isEmpty()) {
            process = restored();
        }
        if (process == null) {
            return new CellOutcome(Status.NOT_RUN, List.of(), Duration.ZERO, lost);
        }
        var outcome = process.run(code);
        if (LASTING.contains(outcome.status())) {
            history.add(code);
        } else {
            deaths.add(outcome.status());
        }
        if (!process.isAlive() || !LASTING.contains(outcome.status())) {
            end();
        }
        return outcome;
    }

    /** How processes ended that did not end as they should, in order. */
    List<Status> deaths() {
        return List.copyOf(deaths);
    }

    private @Nullable CellRunner restored() {
        if (deaths.size() > RESTARTS) {
            lost = "Not run: cells before it have ended " + deaths.size() + " processes.";
            return null;
        }
        var fresh = processes.get();
        for (String code : history) {
            var outcome = fresh.run(code);
            if (!LASTING.contains(outcome.status())) {
                deaths.add(outcome.status());
                fresh.close();
                lost = "Not run: what the cells before it had made could not be made again. " + outcome.detail();
                return null;
            }
        }
        return fresh;
    }

    private void end() {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
