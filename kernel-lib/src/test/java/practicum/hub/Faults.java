package practicum.hub;

import java.util.Arrays;
import practicum.hub.FakeHub.Fault;

/** What can go wrong on the way. */
final class Faults {
    private Faults() {}

    /** A status with some headers and no body. */
    static Fault status(int status, String... headers) {
        return (exchange, file) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** The connection is dropped after some bytes. */
    static Fault dropAfter(int bytes) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("ETag", "\"store-" + file.etag().substring(0, 8) + "\"");
            exchange.sendResponseHeaders(200, file.bytes().length);
            exchange.getResponseBody().write(file.bytes(), 0, bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** The first bytes, sent as if they were all. */
    static Fault truncateTo(int bytes) {
        return (exchange, file) -> RemoteContent.send(exchange, 200, Arrays.copyOf(file.bytes(), bytes));
    }

    /** Some bytes, then nothing more for ever. */
    static Fault hangAfter(int bytes, FakeHub hub) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.bytes().length);
            exchange.getResponseBody().write(file.bytes(), 0, bytes);
            exchange.getResponseBody().flush();
            hub.hang();
        };
    }

    /** All of the file, whatever range is asked for. */
    static Fault ignoreRange() {
        return (exchange, file) -> RemoteContent.send(exchange, 200, file.bytes());
    }

    /** As many bytes, and one of them wrong. */
    static Fault wrongContent() {
        return (exchange, file) -> {
            byte[] wrong = file.bytes().clone();
            wrong[wrong.length / 2] ^= 1;
            RemoteContent.send(exchange, 200, wrong);
        };
    }

    /** More bytes than there are. */
    static Fault tooLong() {
        return (exchange, file) ->
                RemoteContent.send(exchange, 200, Arrays.copyOf(file.bytes(), file.bytes().length + 1));
    }
}
