package practicum.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import practicum.build.Release;
import practicum.check.Attempt;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.NotebookWriter;
import practicum.progress.Progress;
import practicum.runner.CellRunner;
import practicum.source.Practicum;

/** Where the wall time of gradings goes, one submission after another. */
public final class Overhead {
    /** Declares, calls and throws away: the compiler's and JShell's own classes are loaded by it. */
    private static final String WARM_UP = "int practicumWarmUp(int x) { return x + 1; }\npracticumWarmUp(1);";

    private final List<Sample> samples = new ArrayList<>();

    /**
     * Where one submission's time went, in seconds.
     *
     * @param start from starting the process until it takes cells
     * @param warmUp the first cell of any process, which does next to nothing
     * @param cells the submission's own cells and its checks
     * @param rest reading, matching, comparing
     * @param end until the process is gone
     */
    public record Sample(double start, double warmUp, double cells, double rest, double end) {
        double overhead() {
            return start + warmUp + rest + end;
        }
    }

    /** Grades solved and blank notebooks of a practicum in turn. */
    public static Overhead of(Practicum practicum, Grader.Engine engine, Supplier<CellRunner> processes, int count) {
        var overhead = new Overhead();
        var solved = NotebookWriter.write(Release.solved(practicum));
        var blank = NotebookWriter.write(Release.blank(practicum));
        try (var progress = Progress.start("Grading " + practicum.stem(), count)) {
            for (int i = 0; i < count; i++) {
                overhead.add(practicum, i % 2 == 0 ? solved : blank, engine, processes);
                progress.advance(1);
            }
        }
        return overhead;
    }

    private void add(Practicum practicum, String text, Grader.Engine engine, Supplier<CellRunner> processes) {
        var warmUp = new Duration[] {Duration.ZERO};
        var timing = new Timing();
        long start = System.nanoTime();
        Notebook notebook = NotebookReader.parse(text, practicum.stem());
        engine.of("", timing.of(() -> warmed(processes.get(), warmUp))).grade(Attempt.of(practicum, notebook));
        var all = Duration.ofNanos(System.nanoTime() - start);
        var starts = timing.starts().minus(warmUp[0]);
        var rest = all.minus(timing.starts()).minus(timing.allCells()).minus(timing.ends());
        samples.add(new Sample(
                seconds(starts),
                seconds(warmUp[0]),
                seconds(timing.allCells()),
                seconds(rest),
                seconds(timing.ends())));
    }

    private static CellRunner warmed(CellRunner process, Duration[] took) {
        long start = System.nanoTime();
        process.run(WARM_UP);
        took[0] = took[0].plusNanos(System.nanoTime() - start);
        return process;
    }

    /** The medians, and what nine in ten do not exceed, as a table. */
    public String table() {
        var text = new StringBuilder(
                String.format(Locale.ROOT, "%-42s %9s %9s%n", "seconds a submission", "median", "90 %"));
        row("process start", Sample::start, text);
        row("first cell (JShell's and javac's classes)", Sample::warmUp, text);
        row("reading, matching, comparing", Sample::rest, text);
        row("process end", Sample::end, text);
        row("overhead, all of these", Sample::overhead, text);
        row("its own cells and checks", Sample::cells, text);
        return text.toString();
    }

    /** The median overhead in seconds. */
    public double median() {
        return quantile(Sample::overhead, 0.5);
    }

    private void row(String name, Function<Sample, Double> part, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "%-42s %9.3f %9.3f%n", name, quantile(part, 0.5), quantile(part, 0.9)));
    }

    private double quantile(Function<Sample, Double> part, double quantile) {
        var sorted = samples.stream().map(part).sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, quantile * sorted.size()));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
