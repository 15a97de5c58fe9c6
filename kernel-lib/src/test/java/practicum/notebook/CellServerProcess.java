package practicum.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real cell server in a child process, and the host's end of its pipes. */
final class CellServerProcess implements AutoCloseable {
    private static CellServerProcess shared;

    private final Process process;
    private final Writer requests;
    private final BufferedReader events;
    private int count;

    CellServerProcess() throws IOException {
        this(ChildJava.of(CellServer.class));
    }

    /** One server for all tests that leave it usable; it ends with the tests. */
    static synchronized CellServerProcess shared() throws IOException {
        if (shared == null) {
            shared = new CellServerProcess();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    CellServerProcess(ProcessBuilder builder) throws IOException {
        process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        requests = process.outputWriter(StandardCharsets.UTF_8);
        events = process.inputReader(StandardCharsets.UTF_8);
        JsonObject first = next();
        if (!first.get("event").getAsString().equals("ready")) {
            throw new IOException("Expected the event ready, got " + first);
        }
    }

    /** Runs a cell and gathers what came of it. */
    CellEvents run(String code) throws IOException {
        String id = "c" + ++count;
        var request = new JsonObject();
        request.addProperty("id", id);
        request.addProperty("code", code);
        send(request.toString());
        return until(id);
    }

    void send(String line) throws IOException {
        requests.write(line + "\n");
        requests.flush();
    }

    /** The events up to the one that says a request is done. */
    CellEvents until(String id) throws IOException {
        var seen = new ArrayList<JsonObject>();
        while (true) {
            JsonObject event = next();
            if (event.get("event").getAsString().equals("done")) {
                if (!event.get("id").getAsString().equals(id)) {
                    throw new IOException("Expected the end of " + id + ", got " + event);
                }
                return new CellEvents(List.copyOf(seen));
            }
            seen.add(event);
        }
    }

    /** The next event, whatever it is. */
    JsonObject next() throws IOException {
        String line = events.readLine();
        if (line == null) {
            throw new IOException("The cell server ended.");
        }
        return JsonParser.parseString(line).getAsJsonObject();
    }

    /** Ends the server's input and returns its exit code. */
    int endInput() throws IOException, InterruptedException {
        requests.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IOException("The cell server outlives its input.");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
