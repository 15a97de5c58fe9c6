package practicum.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style or script of a page, kept in a file of its own and put into the page. */
final class Stylesheet {
    private Stylesheet() {}

    static String of(String name) {
        return file(name + ".css");
    }

    static String file(String file) {
        try (InputStream stream =
                Objects.requireNonNull(Stylesheet.class.getResourceAsStream(file), file + " is missing")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
