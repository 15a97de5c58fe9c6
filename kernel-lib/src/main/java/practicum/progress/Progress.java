package practicum.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import practicum.progress.ProgressSink.ProgressView;

/**
 * The progress of one long computation, shown where it runs: as a bar in a notebook or on a terminal, else as a line
 * every ten seconds. What ends sooner than it could be shown is not shown.
 *
 * <pre>{@code
 * try (var progress = Progress.start("Training world", steps)) {
 *     for (…) { progress.advance(1); progress.note("loss 2.31"); }
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {
    private static volatile ProgressSink sink = forConsole(Terminal.isThere(), System.err);

    private final String what;
    private final long total;
    private final ProgressUnit unit;
    private final ProgressView view;
    private final LongSupplier clock;
    private final long started;
    private long shownAt;
    private boolean shown;
    private long before;
    private long done;
    private String note = "";
    private boolean over;

    Progress(String what, long total, ProgressSink sink, LongSupplier nanoClock) {
        this(what, total, ProgressUnit.STEPS, 0, sink, nanoClock);
    }

    Progress(String what, long total, ProgressUnit unit, long before, ProgressSink sink, LongSupplier nanoClock) {
        this.what = what;
        this.total = total;
        this.unit = unit;
        this.before = before;
        this.done = before;
        this.view = sink.open();
        this.clock = nanoClock;
        this.started = nanoClock.getAsLong();
        this.shownAt = started;
    }

    /**
     * Starts to show a computation's progress.
     *
     * @param what what is being done, as in "Training world"
     * @param total the steps in all, or 0 where nobody knows
     */
    public static Progress start(String what, long total) {
        return new Progress(what, total, sink, System::nanoTime);
    }

    /**
     * Starts to show the progress of a transfer, in bytes.
     *
     * @param what what is being done, as in "Downloading openai-community/gpt2"
     * @param total the bytes in all, or 0 where nobody knows
     * @param before the bytes that were there at the start; they count as done, but not into the rate
     */
    public static Progress ofBytes(String what, long total, long before) {
        return new Progress(what, total, ProgressUnit.BYTES, before, sink, System::nanoTime);
    }

    /** Says where this process shows progress from now on. */
    public static void showIn(ProgressSink newSink) {
        sink = newSink;
    }

    static ProgressSink forConsole(boolean terminal, PrintStream out) {
        return terminal ? new TerminalSink(out) : new LogSink(out);
    }

    /** Takes some steps. */
    public synchronized void advance(long steps) {
        done += steps;
        showIfDue();
    }

    /** Takes some steps back, which were in vain and must be taken again. */
    public synchronized void setBack(long steps) {
        done -= steps;
        before = Math.min(before, done);
        showIfDue();
    }

    /** Sets the remark that is shown beside the bar. */
    public synchronized void note(String remark) {
        note = remark;
        showIfDue();
    }

    /** The computation has ended; what is shown stays as it is. */
    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            if (shown) {
                show(clock.getAsLong());
            }
            view.close();
        }
    }

    private void showIfDue() {
        long now = clock.getAsLong();
        if (!over && now - shownAt >= view.interval().toNanos()) {
            show(now);
        }
    }

    private void show(long now) {
        shownAt = now;
        shown = true;
        view.show(new ProgressState(what, unit, before, done, total, Duration.ofNanos(now - started), note, over));
    }
}
