package practicum.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import practicum.jupyter.FrontEnd;
import practicum.jupyter.JupyterServer;

/**
 * A front end of Jupyter's and a browser, open for all tests of a class. Where this machine lacks one of them the class is
 * skipped, and says why.
 */
final class FrontEndSession implements BeforeAllCallback, AfterAllCallback {
    private final Supplier<FrontEnd> frontEnd;
    private @Nullable Path folder;
    private @Nullable Classroom classroom;
    private @Nullable Chromium browser;

    /** @param frontEnd finds the front end, or skips the tests */
    FrontEndSession(Supplier<FrontEnd> frontEnd) {
        this.frontEnd = frontEnd;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        FrontEnd found = frontEnd.get();
        Path driver = Needs.chromedriver();
        Path program = Needs.chromium();
        folder = Files.createTempDirectory("front-end-");
        classroom = Classroom.open(found, Files.createDirectory(folder.resolve("notebooks")));
        browser = Chromium.start(driver, program, folder.resolve("profile"));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        try {
            if (browser != null) {
                browser.close();
            }
        } finally {
            if (classroom != null) {
                classroom.close();
            }
            if (folder != null) {
                delete(folder);
            }
        }
    }

    Classroom classroom() {
        return Objects.requireNonNull(classroom);
    }

    Chromium browser() {
        return Objects.requireNonNull(browser);
    }

    /** Shows a page of the server in the browser. */
    Chromium show(String page) throws IOException, InterruptedException {
        JupyterServer server = classroom().server();
        String token = (page.contains("?") ? "&" : "?") + "token=" + server.token();
        browser().open(URI.create(server.base() + page + token));
        return browser();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
