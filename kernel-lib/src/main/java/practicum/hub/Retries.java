package practicum.hub;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tries again what the network spoilt, after growing pauses, until nothing arrives any more. */
final class Retries {
    /** What is tried. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    private final Patience patience;
    private final URI hub;
    private final Pause pause;
    private final Consumer<String> remarks;
    private final AtomicBoolean connected = new AtomicBoolean();

    Retries(Patience patience, URI hub, Pause pause, Consumer<String> remarks) {
        this.patience = patience;
        this.hub = hub;
        this.pause = pause;
        this.remarks = remarks;
    }

    <T> T run(Attempt<T> attempt) throws InterruptedException {
        return run(attempt, () -> 0);
    }

    /**
     * Tries until it succeeds.
     *
     * @param arrived how much has arrived; as long as it grows, failures are not held against the server
     */
    <T> T run(Attempt<T> attempt, LongSupplier arrived) throws InterruptedException {
        int failures = 0;
        while (true) {
            long before = arrived.getAsLong();
            try {
                T result = attempt.make();
                connected.set(true);
                return result;
            } catch (InterruptedIOException e) {
                throw new InterruptedException();
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                failures = arrived.getAsLong() > before ? 1 : failures + 1;
                waitOrGiveUp(e, failures);
            }
        }
    }

    private void waitOrGiveUp(IOException failure, int failures) throws InterruptedException {
        Duration wanted = failure instanceof Busy busy ? busy.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        if (wanted.compareTo(patience.longestPause()) > 0) {
            throw unreachable(failure, "It asks to be left alone for " + wanted.toSeconds() + " s: load again then.");
        }
        boolean neverThere = !connected.get() && Failure.isNoConnection(failure);
        if (neverThere || failures >= patience.attempts()) {
            throw unreachable(
                    failure,
                    neverThere
                            ? "Is there a network? A proxy is named by HTTPS_PROXY."
                            : "Tried " + failures + " times. Load again later: what has arrived is kept.");
        }
        Duration grown = patience.pause(failures);
        Duration wait = wanted.compareTo(grown) > 0 ? wanted : grown;
        remarks.accept(Failure.words(failure) + ", next try in " + Math.max(1, wait.toSeconds()) + " s");
        pause.last(wait);
        remarks.accept("");
    }

    private HubException unreachable(IOException failure, String advice) {
        return new HubException(
                HubException.Reason.UNREACHABLE,
                hub + " cannot be reached: " + Failure.words(failure) + ". " + advice,
                failure);
    }
}
