package practicum.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends transfers in which nothing arrives any more, and all of them when closed. {@link java.net.http.HttpClient} would
 * wait for ever, and the streams that it gives ignore interrupts.
 */
final class StallGuard implements AutoCloseable {
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Threads.daemons("hub-clock"));
    private final Set<Guarded> open = ConcurrentHashMap.newKeySet();
    private final Duration silence;
    private volatile boolean closed;

    StallGuard(Duration silence) {
        this.silence = silence;
        long period = Math.max(1, silence.toMillis() / 4);
        clock.scheduleWithFixedDelay(() -> open.forEach(Guarded::check), period, period, TimeUnit.MILLISECONDS);
    }

    /** The same stream, which fails when nothing has arrived for too long. */
    InputStream guard(InputStream body) {
        return new Guarded(body);
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
        open.forEach(Guarded::end);
    }

    private final class Guarded extends FilterInputStream {
        private volatile long arrivedAt = System.nanoTime();
        private volatile boolean stalled;

        Guarded(InputStream body) {
            super(body);
            open.add(this);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read;
            try {
                read = super.read(bytes, from, length);
            } catch (IOException e) {
                requireGoing();
                throw e;
            }
            requireGoing();
            arrivedAt = System.nanoTime();
            return read;
        }

        @Override
        public void close() throws IOException {
            open.remove(this);
            super.close();
        }

        private void check() {
            if (System.nanoTime() - arrivedAt > silence.toNanos()) {
                stalled = true;
                end();
            }
        }

        private void end() {
            try {
                close();
            } catch (IOException e) {
                // The reader meets it too.
            }
        }

        private void requireGoing() throws IOException {
            if (closed) {
                throw new InterruptedIOException("the download was ended");
            }
            if (stalled) {
                throw new IOException("nothing has arrived for " + silence.toMillis() / 1000.0 + " s");
            }
        }
    }
}
