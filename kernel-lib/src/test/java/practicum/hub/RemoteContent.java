package practicum.hub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file as the fake hub has it.
 *
 * @param bytes its content
 * @param large whether it is stored elsewhere, and named by its SHA-256
 * @param etag what the hub says names it
 * @param size what the hub says is its length
 */
record RemoteContent(byte[] bytes, boolean large, String etag, long size) {
    static final RemoteContent EMPTY = of(new byte[0], false);

    static RemoteContent of(byte[] bytes, boolean large) {
        byte[] header = ("blob " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8);
        return new RemoteContent(
                bytes, large, large ? hash("SHA-256", bytes) : hash("SHA-1", header, bytes), bytes.length);
    }

    void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("X-Linked-Etag", "\"" + etag + "\"");
        exchange.getResponseHeaders().set("X-Linked-Size", String.valueOf(size));
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
    }

    /** Sends the content, or the range that is asked for. A store names content in its own way. */
    void send(HttpExchange exchange, boolean byHub) throws IOException {
        String ownEtag = byHub ? "\"" + etag + "\"" : "\"store-" + etag.substring(0, 8) + "\"";
        exchange.getResponseHeaders().set("ETag", ownEtag);
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        int from = range == null || (condition != null && !condition.equals(ownEtag))
                ? 0
                : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        if (from > 0 && from >= bytes.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        send(exchange, from > 0 ? 206 : 200, Arrays.copyOfRange(bytes, from, bytes.length));
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            Arrays.stream(parts).forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
