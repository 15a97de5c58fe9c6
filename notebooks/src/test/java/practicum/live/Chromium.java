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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import practicum.jupyter.LoopbackPort;

/** A headless Chromium with one window, driven as the W3C's WebDriver standard says. */
final class Chromium implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Chromium(Process driver, String session) {
        this.driver = driver;
        this.session = session;
    }

    /** Starts the driver and, by it, a browser with an empty profile. */
    static Chromium start(Path driverProgram, Path browser, Path profile) throws IOException, InterruptedException {
        int port = LoopbackPort.any();
        Process driver = new ProcessBuilder(driverProgram.toString(), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var chromium = new Chromium(driver, "http://127.0.0.1:" + port + "/session");
        try {
            chromium.awaitDriver("http://127.0.0.1:" + port + "/status");
            String id = chromium.post("", Map.of("capabilities", Map.of("alwaysMatch", capabilities(browser, profile))))
                    .getAsJsonObject()
                    .get("sessionId")
                    .getAsString();
            return new Chromium(driver, chromium.session + "/" + id);
        } catch (IOException | InterruptedException | RuntimeException e) {
            driver.destroyForcibly();
            throw e;
        }
    }

    private static Map<String, Object> capabilities(Path browser, Path profile) {
        List<String> arguments = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1200,1600",
                "--user-data-dir=" + profile);
        return Map.of("goog:chromeOptions", Map.of("binary", browser.toString(), "args", arguments));
    }

    /** Opens a page and waits until it is loaded. */
    void open(URI page) throws IOException, InterruptedException {
        post("/url", Map.of("url", page.toString()));
    }

    /** Clicks what a CSS selector finds first, as a person's mouse does. */
    void click(String selector) throws IOException, InterruptedException {
        post("/element/" + element(selector) + "/click", Map.of());
    }

    /** What a CSS selector finds first, as it looks on the screen: a PNG. */
    byte[] picture(String selector) throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(get("/element/" + element(selector) + "/screenshot").getAsString());
    }

    private String element(String selector) throws IOException, InterruptedException {
        JsonObject found = post("/element", Map.of("using", "css selector", "value", selector))
                .getAsJsonObject();
        return found.entrySet().iterator().next().getValue().getAsString();
    }

    /** Runs a script in the page; answers what it returns. */
    JsonElement script(String script, Object... arguments) throws IOException, InterruptedException {
        return post("/execute/sync", Map.of("script", script, "args", List.of(arguments)));
    }

    /** Waits until a JavaScript expression is true. */
    void await(String expression, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!script("return Boolean(" + expression + ")").getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not true within " + limit.toSeconds() + " s: " + expression);
            }
            Thread.sleep(100);
        }
    }

    /** Makes the window as wide and as tall as asked. */
    void resize(int width, int height) throws IOException, InterruptedException {
        post("/window/rect", Map.of("width", width, "height", height));
    }

    /** Saves a picture of the window. */
    void screenshot(Path file) throws IOException, InterruptedException {
        byte[] png = Base64.getDecoder().decode(get("/screenshot").getAsString());
        Files.createDirectories(file.getParent());
        Files.write(file, png);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            send(HttpRequest.newBuilder(URI.create(session)).DELETE());
        } finally {
            driver.descendants().forEach(ProcessHandle::destroyForcibly);
            driver.destroyForcibly();
        }
    }

    private void awaitDriver(String status) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                send(HttpRequest.newBuilder(URI.create(status)).GET());
                return;
            } catch (java.net.ConnectException e) {
                if (System.nanoTime() > end || !driver.isAlive()) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private JsonElement get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(session + path)).GET());
    }

    private JsonElement post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(session + path))
                .POST(HttpRequest.BodyPublishers.ofString(GSON.toJson(body))));
    }

    private JsonElement send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        JsonElement value =
                JsonParser.parseString(response.body()).getAsJsonObject().get("value");
        if (response.statusCode() != 200) {
            throw new IOException("The browser's driver says " + value);
        }
        return value;
    }
}
