package practicum.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a process writes to its standard error; read all along, so that the process never waits. */
final class Tail {
    private static final int KEPT = 4096;

    private final byte[] kept = new byte[KEPT];
    private long written;

    /** Starts to read, in a thread of its own that ends with the stream. */
    static Tail of(InputStream stream) {
        Tail tail = new Tail();
        Thread thread = new Thread(() -> tail.pump(stream), "cell-errors");
        thread.setDaemon(true);
        thread.start();
        return tail;
    }

    private void pump(InputStream stream) {
        byte[] buffer = new byte[KEPT];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            // The process is gone, and its output with it.
        }
    }

    private synchronized void keep(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            kept[(int) (written++ % KEPT)] = bytes[i];
        }
    }

    /** What there is, oldest first. */
    synchronized String text() {
        int length = (int) Math.min(written, KEPT);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = kept[(int) ((written - length + i) % KEPT)];
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
