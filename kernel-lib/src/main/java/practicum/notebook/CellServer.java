package practicum.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import practicum.plot.Figure;
import practicum.progress.Progress;

/**
 * Evaluates cells for a host process, without Jupyter and without a socket: one JSON request a line on standard input,
 * one JSON event a line on standard output. It ends when its input ends.
 *
 * <p>A request is {@code {"id":"c1","code":"1 + 1"}}. Events are {@code ready}, {@code stream}, {@code display},
 * {@code result}, {@code error} and, last for each request, {@code done}.
 */
public final class CellServer {
    private final CourseKernel kernel;
    private final EventWriter events;
    private final StreamBatch streams;
    private final Surroundings surroundings;

    private CellServer(EventWriter events, StreamBatch streams) {
        this.events = events;
        this.streams = streams;
        this.surroundings = new Surroundings(streams);
        this.kernel = new CourseKernel();
    }

    /** Serves until standard input ends; then the process is over, whatever threads and hooks a cell has left in it. */
    public static void main(String[] args) {
        var errors = System.err;
        try {
            serve();
            Runtime.getRuntime().halt(0);
        } catch (Throwable e) {
            // Out of memory, say: a server that cannot answer must not seem to be thinking.
            errors.println(e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void serve() throws IOException {
        Quiet.loggers();
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var events = new EventWriter(System.out);
        var streams = new StreamBatch(events::stream);
        streams.takeOver();
        Front.install(new PipeFront(events, streams));
        Progress.showIn(new ProgressBars());
        Figure.showIn(Show::show);
        new CellServer(events, streams).serve(requests);
    }

    private void serve(BufferedReader requests) throws IOException {
        events.send(EventWriter.event("ready"));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            if (!line.isBlank()) {
                answer(line);
            }
        }
    }

    private void answer(String line) {
        String id = "";
        long start = System.nanoTime();
        try {
            JsonObject request = JsonParser.parseString(line).getAsJsonObject();
            id = request.get("id").getAsString();
            surroundings.restore();
            evaluate(request.get("code").getAsString());
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            events.error(
                    "BadRequest",
                    "Expected a line such as {\"id\":\"c1\",\"code\":\"1 + 1\"}: " + e,
                    java.util.List.of());
        }
        JsonObject done = EventWriter.event("done");
        done.addProperty("id", id);
        done.addProperty("millis", (System.nanoTime() - start) / 1_000_000);
        events.send(done);
    }

    private void evaluate(String code) {
        try {
            DisplayData result = kernel.eval(code);
            streams.drain();
            if (result != null) {
                events.data("result", result);
            }
        } catch (CellFailure failure) {
            streams.drain();
            events.error(failure.name(), failure.message(), failure.traceback());
        }
    }
}
