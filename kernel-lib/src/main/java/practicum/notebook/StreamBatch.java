package practicum.notebook;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Collects what is printed and passes it on in pieces: at the latest after 50 ms, when 16 KiB have come together, or
 * when the other stream is written to. Nothing is lost, and the order of both streams is kept.
 */
final class StreamBatch {
    private static final int LIMIT = 16 << 10;
    private static final int PERIOD_MILLIS = 50;

    private final BiConsumer<String, String> sink;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String name = "stdout";

    /**
     * Makes a batch and starts passing on.
     *
     * @param sink takes a stream's name and a piece of its text
     */
    StreamBatch(BiConsumer<String, String> sink) {
        this.sink = sink;
        var clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "output");
            thread.setDaemon(true);
            return thread;
        });
        var unused =
                clock.scheduleWithFixedDelay(() -> pass(false), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes {@code System.out} and {@code System.err} over, and leaves {@code System.in} empty. */
    void takeOver() {
        System.setOut(printer("stdout"));
        System.setErr(printer("stderr"));
        System.setIn(java.io.InputStream.nullInputStream());
    }

    /** Passes on all that was written so far. */
    void drain() {
        pass(true);
    }

    private PrintStream printer(String stream) {
        return new PrintStream(new Writer(stream), false, StandardCharsets.UTF_8);
    }

    private synchronized void write(String stream, byte[] bytes, int from, int length) {
        if (!stream.equals(name)) {
            pass(true);
            name = stream;
        }
        pending.write(bytes, from, length);
        if (pending.size() >= LIMIT) {
            pass(false);
        }
    }

    private synchronized void pass(boolean whole) {
        byte[] bytes = pending.toByteArray();
        int length = whole ? bytes.length : completeLength(bytes);
        if (length > 0) {
            pending.reset();
            pending.write(bytes, length, bytes.length - length);
            sink.accept(name, new String(bytes, 0, length, StandardCharsets.UTF_8));
        }
    }

    /** How many bytes there are up to a character that has not come whole yet. */
    private static int completeLength(byte[] bytes) {
        int lead = bytes.length - 1;
        while (lead >= 0 && lead > bytes.length - 4 && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        if (lead < 0) {
            return bytes.length;
        }
        int head = bytes[lead] & 0xFF;
        int needed = head >= 0xF0 ? 4 : head >= 0xE0 ? 3 : head >= 0xC0 ? 2 : 1;
        return bytes.length - lead < needed ? lead : bytes.length;
    }

    /** One of the two streams. */
    private final class Writer extends OutputStream {
        private final String stream;

        Writer(String stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            StreamBatch.this.write(stream, new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            StreamBatch.this.write(stream, bytes, from, length);
        }
    }
}
