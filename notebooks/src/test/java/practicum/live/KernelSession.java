package practicum.live;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import practicum.jupyter.JupyterServer;
import practicum.jupyter.KernelSpec;

/** A client of one kernel, through Jupyter's own REST and WebSocket interface, as a front end is. */
final class KernelSession implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;
    private final String kernel;
    private final Inbox inbox = new Inbox();
    private final WebSocket socket;

    private KernelSession(String base, String token, String kernelName) throws IOException, InterruptedException {
        this.base = base;
        this.token = token;
        this.kernel = send("POST", "api/kernels", Map.of("name", kernelName))
                .get("id")
                .getAsString();
        this.socket = http.newWebSocketBuilder()
                .header("Authorization", "token " + token)
                .buildAsync(URI.create(base.replace("http", "ws") + "api/kernels/" + kernel + "/channels"), inbox)
                .join();
    }

    /** Starts a kernel of that name. */
    static KernelSession start(JupyterServer server, String kernelName) throws IOException, InterruptedException {
        return new KernelSession(server.base(), server.token(), kernelName);
    }

    /** Starts the course's kernel on the server whose address, with its token, was printed. */
    static KernelSession start(URI page) throws IOException, InterruptedException {
        String token = page.getQuery().replace("token=", "");
        return new KernelSession(page.resolve("/").toString(), token, KernelSpec.COURSE);
    }

    /** Runs one cell to its end. */
    Reply execute(String code) throws InterruptedException {
        return await(submit(code));
    }

    /** Sends one cell; answers the id by which {@link #await} knows it. */
    String submit(String code) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> message = Map.of(
                "channel", "shell",
                "header",
                        Map.of(
                                "msg_id",
                                id,
                                "msg_type",
                                "execute_request",
                                "session",
                                kernel,
                                "username",
                                "test",
                                "version",
                                "5.3"),
                "parent_header", Map.of(),
                "metadata", Map.of(),
                "content", Map.of("code", code, "silent", false, "store_history", true, "allow_stdin", false));
        socket.sendText(GSON.toJson(message), true).join();
        return id;
    }

    /** Waits until a cell has been answered on both channels. */
    Reply await(String id) throws InterruptedException {
        List<JsonObject> outputs = new ArrayList<>();
        String status = "";
        boolean idle = false;
        while (status.isEmpty() || !idle) {
            JsonObject message = next(id);
            JsonObject content = message.getAsJsonObject("content");
            switch (type(message)) {
                case "execute_reply" -> status = content.get("status").getAsString();
                case "status" ->
                    idle |= content.get("execution_state").getAsString().equals("idle");
                case "stream", "display_data", "execute_result", "error" -> outputs.add(content);
                default -> {}
            }
        }
        return new Reply(status, List.copyOf(outputs));
    }

    /** Waits until a cell has printed something. */
    void awaitOutput(String id) throws InterruptedException {
        while (!type(next(id)).equals("stream")) {
            // What comes before it is of no interest.
        }
    }

    /** The next message that answers a cell; others are left out. */
    private JsonObject next(String id) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String text = inbox.poll(end - System.nanoTime());
            if (text == null) {
                throw new AssertionError("The kernel has been silent about the cell for " + PATIENCE);
            }
            JsonObject message = JsonParser.parseString(text).getAsJsonObject();
            JsonElement parent = message.getAsJsonObject("parent_header").get("msg_id");
            if (parent != null && parent.getAsString().equals(id)) {
                return message;
            }
        }
    }

    private static String type(JsonObject message) {
        return message.get("msg_type").getAsString();
    }

    /** Interrupts the running cell, as the front end's stop button does. */
    void interrupt() throws IOException, InterruptedException {
        send("POST", "api/kernels/" + kernel + "/interrupt", Map.of());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.abort();
        send("DELETE", "api/kernels/" + kernel, Map.of());
    }

    private JsonObject send(String method, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "token " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(GSON.toJson(body)))
                .timeout(PATIENCE)
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isBlank()
                ? new JsonObject()
                : JsonParser.parseString(response.body()).getAsJsonObject();
    }
}
