package practicum.progress;

import java.io.PrintStream;
import java.time.Duration;

/** Draws a bar on a terminal, over and over on the same line. */
final class TerminalSink implements ProgressSink {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final int WIDTH = 24;
    private static final int COLUMNS = 100;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;

    TerminalSink(PrintStream out) {
        this.out = out;
    }

    @Override
    public ProgressView open() {
        return new ProgressView() {
            @Override
            public Duration interval() {
                return INTERVAL;
            }

            @Override
            public void show(ProgressState state) {
                String line = line(state);
                out.print(CLEAR + line.substring(0, Math.min(line.length(), COLUMNS)) + (state.over() ? "\n" : ""));
                out.flush();
            }
        };
    }

    private static String line(ProgressState state) {
        String bar = state.fraction()
                .map(part -> (int) Math.round(part * WIDTH))
                .map(full -> "█".repeat(full) + "░".repeat(WIDTH - full) + "  ")
                .orElse("");
        return state.what() + "  " + bar + state.details();
    }
}
