package practicum.runner;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The two pipes to a process: requests go down, events come up, and what comes up is counted. */
final class Conversation {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LAST_LINES = 20;

    /** Nothing more will come. */
    static final class EndedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** More came than is allowed. */
    static final class FloodException extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final Process process;
    private final Limits limits;
    private final OutputStream requests;
    private final LineReader lines;
    private long cellBytes;
    private long bytes;

    Conversation(Process process, Limits limits) {
        this.process = process;
        this.limits = limits;
        this.requests = process.getOutputStream();
        this.lines = LineReader.of(process.getInputStream(), limits.cellOutputBytes());
    }

    /** Asks for a cell to be evaluated; from here on the bytes of this cell count. */
    void ask(String id, String code) throws EndedException {
        cellBytes = 0;
        JsonObject request = new JsonObject();
        request.addProperty("id", id);
        request.addProperty("code", code);
        try {
            requests.write((request + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
        } catch (IOException e) {
            throw new EndedException();
        }
    }

    /** The next event; waits for it as long as the process lives. */
    CellEvent next() throws EndedException, FloodException {
        LineReader.Line line = nextLine();
        if (line instanceof LineReader.Line.Text text) {
            count(text.bytes());
            return EventParser.parse(text.text());
        }
        if (line instanceof LineReader.Line.TooLong) {
            throw new FloodException();
        }
        throw new EndedException();
    }

    /** What else comes of a process that has left the protocol, until it falls silent; a few lines at most. */
    String lastWords() {
        StringBuilder words = new StringBuilder();
        try {
            for (int i = 0; i < LAST_LINES; i++) {
                Optional<LineReader.Line> line = lines.next(POLL);
                if (line.isEmpty() || !(line.get() instanceof LineReader.Line.Text text)) {
                    break;
                }
                words.append(text.text()).append('\n');
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return words.toString();
    }

    private void count(int more) throws FloodException {
        cellBytes += more;
        bytes += more;
        if (cellBytes > limits.cellOutputBytes() || bytes > limits.outputBytes()) {
            throw new FloodException();
        }
    }

    private LineReader.Line nextLine() throws EndedException {
        try {
            while (true) {
                boolean alive = process.isAlive();
                Optional<LineReader.Line> line = lines.next(POLL);
                if (line.isPresent()) {
                    return line.get();
                }
                if (!alive) {
                    // An orphan may hold the pipe open for ever; the process itself has nothing more to say.
                    throw new EndedException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndedException();
        }
    }
}
