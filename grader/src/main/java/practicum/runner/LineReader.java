package practicum.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The lines that a process writes, read ahead by a few and no more: a process that writes faster than it is listened
 * to has to wait, and a line without end is cut off at a limit.
 */
final class LineReader {
    private static final int AHEAD = 4;

    /** One line, or the end. */
    sealed interface Line {
        /** A whole line, with the number of bytes that it took. */
        record Text(String text, int bytes) implements Line {}

        /** A line longer than the limit; nothing is read after it. */
        record TooLong() implements Line {}

        /** The process has closed its output. */
        record End() implements Line {}
    }

    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(AHEAD);
    private final InputStream stream;
    private final long longest;

    private LineReader(InputStream stream, long longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /** Starts to read, in a thread of its own that ends with the stream. */
    static LineReader of(InputStream stream, long longest) {
        LineReader reader = new LineReader(stream, longest);
        Thread thread = new Thread(reader::pump, "cell-output");
        thread.setDaemon(true);
        thread.start();
        return reader;
    }

    /** The next line, if one arrives in time. */
    Optional<Line> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void pump() {
        try {
            try (stream) {
                split();
            } catch (IOException e) {
                // The process is gone, and its output with it.
            }
            lines.put(new Line.End());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void split() throws IOException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            int start = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, start, i - start);
                    lines.put(new Line.Text(line.toString(StandardCharsets.UTF_8), line.size()));
                    line.reset();
                    start = i + 1;
                }
            }
            line.write(buffer, start, count - start);
            if (line.size() > longest) {
                lines.put(new Line.TooLong());
                return;
            }
        }
    }
}
