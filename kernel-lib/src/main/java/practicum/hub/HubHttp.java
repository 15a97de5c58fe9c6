package practicum.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The hub over HTTP. The token goes to the hub itself and to nobody that it redirects to. */
final class HubHttp implements AutoCloseable {
    private static final int MAX_REDIRECTS = 8;

    private final HubSettings settings;
    private final HttpClient client;
    private final StallGuard stalls;

    HubHttp(HubSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // a connection for each file
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience().connect())
                .proxy(settings.proxies())
                .build();
        this.stalls = new StallGuard(settings.patience().silence());
    }

    /** Where the hub has a file. */
    URI address(RepoId repo, String revision, String file) {
        String path = Arrays.stream(file.split("/", -1)).map(HubHttp::encoded).collect(Collectors.joining("/"));
        return URI.create(settings.endpoint() + "/" + repo + "/resolve/" + encoded(revision) + "/" + path);
    }

    /**
     * Asks for a file's headers.
     *
     * @param enough whether the answers so far tell all, so that a further redirect need not be followed
     * @return all answers on the way, the last one last
     * @throws Busy if a later try may succeed
     */
    List<HttpResponse<Void>> head(URI address, Predicate<List<HttpHeaders>> enough)
            throws IOException, InterruptedException {
        return follow("HEAD", address, Map.of(), BodyHandlers.discarding(), enough);
    }

    /**
     * Asks for a file.
     *
     * @return the answer, not a redirect; the reader must close the body, and it fails when nothing arrives any more
     * @throws Busy if a later try may succeed
     */
    HttpResponse<InputStream> get(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        var answers = follow("GET", address, headers, BodyHandlers.ofInputStream(), none -> false);
        return answers.get(answers.size() - 1);
    }

    /** The body of an answer; reading it fails when nothing arrives any more. */
    InputStream body(HttpResponse<InputStream> answer) {
        return stalls.guard(answer.body());
    }

    /** Ends all transfers; no more can be started. */
    @Override
    public void close() {
        stalls.close();
    }

    private <T> List<HttpResponse<T>> follow(
            String method,
            URI start,
            Map<String, String> headers,
            BodyHandler<T> bodies,
            Predicate<List<HttpHeaders>> enough)
            throws IOException, InterruptedException {
        List<HttpResponse<T>> answers = new ArrayList<>();
        URI at = start;
        while (answers.size() <= MAX_REDIRECTS) {
            HttpResponse<T> answer = client.send(request(method, at, headers), bodies);
            answers.add(answer);
            int status = answer.statusCode();
            if (Busy.is(status)) {
                close(answer);
                throw new Busy(status, answer.headers());
            }
            Optional<String> location = answer.headers().firstValue("Location");
            boolean redirect = status >= 300 && status < 400 && status != 304 && location.isPresent();
            if (!redirect
                    || enough.test(answers.stream().map(HttpResponse::headers).toList())) {
                return answers;
            }
            close(answer);
            at = redirected(at, location.get());
        }
        throw new IOException("it redirects in a circle, last to " + at.getHost());
    }

    private HttpRequest request(String method, URI address, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.noBody())
                .timeout(settings.patience().silence())
                .header("User-Agent", "practicum (java/" + Runtime.version().feature() + ")")
                .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        if (isHub(address)) {
            settings.token().read().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        }
        settings.proxies().authorization(address).ifPresent(value -> request.header("Proxy-Authorization", value));
        return request.build();
    }

    private boolean isHub(URI address) {
        URI hub = settings.endpoint();
        return hub.getScheme().equals(address.getScheme())
                && hub.getHost().equalsIgnoreCase(address.getHost())
                && hub.getPort() == address.getPort();
    }

    private static URI redirected(URI from, String location) throws IOException {
        try {
            URI to = from.resolve(location);
            if (to.getHost() != null && !("https".equals(from.getScheme()) && !"https".equals(to.getScheme()))) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IOException("it redirects to \"" + location + "\", which cannot be followed");
    }

    private static void close(HttpResponse<?> answer) throws IOException {
        if (answer.body() instanceof InputStream body) {
            body.close();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
