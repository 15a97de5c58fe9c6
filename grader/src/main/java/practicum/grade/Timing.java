package practicum.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import practicum.runner.CellOutcome;
import practicum.runner.CellRunner;

/** Where the time of one submission's processes goes; filled while they run, by one thread. */
public final class Timing {
    private final List<Duration> cells = new ArrayList<>();
    private Duration starts = Duration.ZERO;
    private Duration ends = Duration.ZERO;

    /** The same processes, watched. */
    public Supplier<CellRunner> of(Supplier<CellRunner> processes) {
        return () -> {
            long start = System.nanoTime();
            var process = processes.get();
            starts = starts.plusNanos(System.nanoTime() - start);
            return new Watched(process);
        };
    }

    /** From the command that starts a process until it takes cells. */
    public Duration starts() {
        return starts;
    }

    /** Per cell that ran its wall time. */
    public List<Duration> cells() {
        return List.copyOf(cells);
    }

    /** Until processes were gone. */
    public Duration ends() {
        return ends;
    }

    /** The wall time of all cells. */
    public Duration allCells() {
        return cells.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** The wall time of the slowest cell. */
    public Duration slowest() {
        return cells.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private final class Watched extends Relay {
        Watched(CellRunner process) {
            super(process);
        }

        @Override
        public CellOutcome run(String code) {
            long start = System.nanoTime();
            var outcome = super.run(code);
            cells.add(Duration.ofNanos(System.nanoTime() - start));
            return outcome;
        }

        @Override
        public void close() {
            long start = System.nanoTime();
            super.close();
            ends = ends.plusNanos(System.nanoTime() - start);
        }
    }
}
