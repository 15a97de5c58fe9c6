package practicum.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a bar on a terminal, over and over on the same line. While a computation runs inside another one, the line
 * shows both; only the outermost leaves its line when it ends.
 */
final class TerminalSink implements ProgressSink {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final int WIDTH = 24;
    private static final int COLUMNS = 100;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    /** The views that were shown and whose computations run, the outermost first. */
    private final List<View> running = new ArrayList<>();

    TerminalSink(PrintStream out) {
        this.out = out;
    }

    @Override
    public ProgressView open() {
        return new View();
    }

    private final class View implements ProgressView {
        private String brief = "";

        @Override
        public Duration interval() {
            return INTERVAL;
        }

        @Override
        public void show(ProgressState state) {
            synchronized (running) {
                if (!running.contains(this)) {
                    running.add(this);
                }
                brief = state.what()
                        + state.fraction()
                                .map(part -> " %d %%".formatted((int) Math.floor(part * 100)))
                                .orElse("");
                StringBuilder line = new StringBuilder();
                for (View outer : running) {
                    if (outer == this) {
                        break;
                    }
                    line.append(outer.brief).append(" › ");
                }
                boolean outermost = line.length() == 0;
                line.append(line(state));
                out.print(CLEAR + line.substring(0, Math.min(line.length(), COLUMNS)));
                if (state.over()) {
                    running.remove(this);
                    out.print(outermost ? "\n" : "");
                }
                out.flush();
            }
        }
    }

    private static String line(ProgressState state) {
        String bar = state.fraction()
                .map(part -> (int) Math.round(part * WIDTH))
                .map(full -> "█".repeat(full) + "░".repeat(WIDTH - full) + "  ")
                .orElse("");
        return state.what() + "  " + bar + state.details();
    }
}
