package practicum.progress;

import java.io.PrintStream;
import java.time.Duration;

/** Writes a line every ten seconds, for logs and pipes. */
final class LogSink implements ProgressSink {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final PrintStream out;

    LogSink(PrintStream out) {
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
                out.println(state.what() + ": " + state.details());
            }
        };
    }
}
