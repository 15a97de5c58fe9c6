package practicum.hub;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's answer that another try may better: too many requests, or an error of its own. */
final class Busy extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration wanted;

    Busy(int status, HttpHeaders headers) {
        super("it answers with status " + status);
        this.wanted = headers.firstValue("Retry-After").flatMap(Busy::parse).orElse(null);
    }

    static boolean is(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** How long the server asks to wait. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(wanted);
    }

    /** Seconds, or a date. */
    private static Optional<Duration> parse(String text) {
        String value = text.strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(ZonedDateTime.now(date.getZone()), date);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
