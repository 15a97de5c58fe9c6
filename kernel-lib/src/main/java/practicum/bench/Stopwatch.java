package practicum.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;

/** Times one way to do a piece of work, again and again, and remembers what it found. */
final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Work work;
    private final List<Timing> timings = new ArrayList<>();
    private float[] found = {};

    Stopwatch(Work work) {
        this.work = work;
    }

    /** Does the work once untimed, outside any scope: what it makes for all later times must last. */
    void warmUp() {
        try (GradMode off = GradMode.off()) {
            found = work.run();
        }
    }

    void measure() {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            long wall = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            found = work.run();
            timings.add(new Timing((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6, (System.nanoTime() - wall) / 1e6));
        }
    }

    /** What the work came to, the last time. */
    float[] found() {
        return found;
    }

    List<Timing> timings() {
        return timings;
    }
}
