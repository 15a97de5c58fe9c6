package practicum.check;

import java.time.Duration;
import practicum.runner.Limits;

/**
 * What one submission may take in all, whatever number of processes it needs.
 *
 * @param wall time on the clock
 * @param cpu time of processors
 */
public record Allowance(Duration wall, Duration cpu) {
    /** As much as one process may take that does not die. */
    public static Allowance of(Limits limits) {
        return new Allowance(limits.process(), limits.cpu());
    }

    boolean covers(Duration elapsed, Duration worked) {
        return elapsed.compareTo(wall) < 0 && worked.compareTo(cpu) < 0;
    }

    @Override
    public String toString() {
        return "its %d s, or %d s of processor time".formatted(wall.toSeconds(), cpu.toSeconds());
    }
}
