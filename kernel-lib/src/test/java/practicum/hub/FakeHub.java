package practicum.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Hugging Face hub in this process, and the store on another address to which it redirects for large files. It
 * misbehaves when told to.
 */
public final class FakeHub implements AutoCloseable {
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    public static final String OLDER_COMMIT = "fedcba9876543210fedcba9876543210fedcba98";

    private static final Pattern RESOLVE = Pattern.compile("/(.+)/resolve/([^/]+)/(.+)");

    /** One request that arrived. */
    public record Request(String server, String method, String path, Map<String, String> headers) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    /** What a server does instead of its duty. */
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange, RemoteContent file) throws IOException;
    }

    private final HttpServer hub;
    private final HttpServer store;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Map<String, Map<String, RemoteContent>>> models = new ConcurrentHashMap<>();
    private final Map<String, Queue<Fault>> hubFaults = new ConcurrentHashMap<>();
    private final Map<String, Queue<Fault>> storeFaults = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> revisions = new ConcurrentHashMap<>(Map.of("main", COMMIT));

    public FakeHub() throws IOException {
        hub = start("hub", this::answerAsHub);
        store = start("store", this::answerAsStore);
    }

    private HttpServer start(String name, com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((key, values) -> headers.put(key.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            requests.add(new Request(
                    name, exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers));
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
        return server;
    }

    public URI endpoint() {
        return address(hub);
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Settings that lead here, with a cache of one's own and no long waits. */
    public HubSettings settings(Path cache) {
        return settings(cache, Map.of());
    }

    public HubSettings settings(Path cache, Map<String, String> more) {
        Map<String, String> variables =
                new HashMap<>(Map.of("HF_ENDPOINT", endpoint().toString(), "HF_HUB_CACHE", cache.toString()));
        variables.putAll(more);
        return HubSettings.of(variables, cache.resolveSibling("home"))
                .withPatience(new Patience(
                        java.time.Duration.ofSeconds(5),
                        java.time.Duration.ofSeconds(20),
                        4,
                        java.time.Duration.ofMillis(1),
                        java.time.Duration.ofSeconds(60)));
    }

    /** Publishes files of a folder as a model's main revision. */
    public void publish(String repo, Path folder, String... files) throws IOException {
        for (String file : files) {
            publish(repo, COMMIT, file, Files.readAllBytes(folder.resolve(file)));
        }
    }

    public void publish(String repo, String commit, String file, byte[] content) {
        publish(repo, commit, file, RemoteContent.of(content, file.endsWith(".safetensors") || file.endsWith(".bin")));
    }

    void publish(String repo, String commit, String file, RemoteContent content) {
        models.computeIfAbsent(repo, none -> new ConcurrentHashMap<>())
                .computeIfAbsent(commit, none -> Collections.synchronizedMap(new LinkedHashMap<>()))
                .put(file, content);
    }

    RemoteContent content(String repo, String file) {
        return models.get(repo).get(COMMIT).get(file);
    }

    /** Lets a branch or tag stand for a commit. */
    public void point(String revision, String commit) {
        revisions.put(revision, commit);
    }

    /** What the hub itself does, one after the other, when next asked for a file. */
    void hubFails(String file, Fault... faults) {
        hubFaults.computeIfAbsent(file, none -> new ConcurrentLinkedDeque<>()).addAll(Arrays.asList(faults));
    }

    /** What the store does, one after the other, when next asked for a file. */
    void storeFails(String file, Fault... faults) {
        storeFaults.computeIfAbsent(file, none -> new ConcurrentLinkedDeque<>()).addAll(Arrays.asList(faults));
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The requests for a file's content that the store got. */
    List<Request> downloads(String file) {
        return requests.stream()
                .filter(request -> request.server.equals("store")
                        && request.method.equals("GET")
                        && request.path.endsWith("/" + file))
                .toList();
    }

    /** Waits until the hub closes. */
    void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerAsHub(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean cached = path.startsWith("/cached/");
        Matcher matcher = RESOLVE.matcher(cached ? path.substring("/cached".length()) : path);
        if (!matcher.matches()) {
            Faults.status(404).answer(exchange, RemoteContent.of(new byte[0], false));
            return;
        }
        String repo = matcher.group(1);
        String file = matcher.group(3);
        String revision = java.net.URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8);
        String commit = revisions.getOrDefault(revision, revision);
        Optional<Map<String, Map<String, RemoteContent>>> model = Optional.ofNullable(models.get(repo));
        RemoteContent content = model.map(commits -> commits.get(commit))
                .map(files -> files.get(file))
                .orElse(null);
        Fault fault = hubFaults.getOrDefault(file, new ArrayDeque<>()).poll();
        if (fault != null) {
            fault.answer(exchange, content == null ? RemoteContent.of(new byte[0], false) : content);
        } else if (model.isEmpty()) {
            Faults.status(401, "X-Error-Code", "RepoNotFound").answer(exchange, RemoteContent.EMPTY);
        } else if (!model.get().containsKey(commit)) {
            Faults.status(404, "X-Error-Code", "RevisionNotFound").answer(exchange, RemoteContent.EMPTY);
        } else if (content == null) {
            Faults.status(404, "X-Error-Code", "EntryNotFound", "X-Repo-Commit", commit)
                    .answer(exchange, RemoteContent.EMPTY);
        } else {
            exchange.getResponseHeaders().set("X-Repo-Commit", commit);
            if (content.large()) {
                content.redirect(exchange, 302, address(store) + "/" + commit + "/" + file);
            } else if (!cached && file.startsWith("config")) {
                exchange.getResponseHeaders().set("Location", "/cached" + path); // within the hub, without a word more
                exchange.sendResponseHeaders(307, -1);
            } else {
                content.send(exchange, true);
            }
        }
    }

    private void answerAsStore(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/", 3);
        RemoteContent content = models.values().stream()
                .map(commits -> commits.get(parts[1]))
                .filter(files -> files != null && files.containsKey(parts[2]))
                .map(files -> files.get(parts[2]))
                .findFirst()
                .orElseThrow();
        Fault fault = storeFaults.getOrDefault(parts[2], new ArrayDeque<>()).poll();
        if (fault != null) {
            fault.answer(exchange, content);
        } else {
            content.send(exchange, false);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        hub.stop(0);
        store.stop(0);
        threads.shutdownNow();
    }
}
