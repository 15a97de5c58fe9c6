package practicum.progress;

import java.time.Duration;

/** Shows progress to somebody. */
public interface ProgressSink {
    /** Opens a place for one computation's progress. */
    ProgressView open();

    /** Where one computation's progress is shown. */
    interface ProgressView {
        /** The least time between two calls of {@link #show}; the last state is shown in any case. */
        Duration interval();

        /** Shows a state in place of the one before. */
        void show(ProgressState state);

        /** The computation has ended, whether any state of it was shown or not. */
        default void close() {}
    }
}
