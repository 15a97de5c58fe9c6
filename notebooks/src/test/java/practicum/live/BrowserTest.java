package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks opened in Jupyter by a real browser, run from the menu, and looked at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private Classroom classroom;
    private Chromium browser;

    @BeforeAll
    void open(@TempDir Path folder, @TempDir Path profile) throws Exception {
        var driver = Needs.chromedriver();
        var chromium = Needs.chromium();
        classroom = Classroom.open(Needs.notebook(), folder);
        browser = Chromium.start(driver, chromium, profile);
    }

    @AfterAll
    void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (classroom != null) {
            classroom.close();
        }
    }

    @Test
    void aFirstNotebookShowsItsPicturesAndNoError() throws Exception {
        String name = classroom.add(resource("first-steps.ipynb"));
        var page = NotebookPage.open(browser, classroom.server(), name);
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve("first-steps.png"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.unfinished()).isEmpty();
        assertThat(page.pictures()).isEqualTo(1);
        assertThat(page.text()).contains("the sum is 45", "Ada");
    }

    private static Path resource(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(BrowserTest.class.getResource(name)).toURI());
    }
}
