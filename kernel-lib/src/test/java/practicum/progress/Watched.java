package practicum.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sees every step of the computations that run until it is closed. */
public final class Watched implements AutoCloseable {
    private final List<ProgressState> states = new ArrayList<>();

    public Watched() {
        Progress.showIn(View::new);
    }

    /** All that was shown, in its order. */
    public List<ProgressState> states() {
        return states;
    }

    @Override
    public void close() {
        Progress.showIn(Progress.forConsole(Terminal.isThere(), System.err));
    }

    private final class View implements ProgressSink.ProgressView {
        @Override
        public Duration interval() {
            return Duration.ZERO;
        }

        @Override
        public void show(ProgressState state) {
            states.add(state);
        }
    }
}
