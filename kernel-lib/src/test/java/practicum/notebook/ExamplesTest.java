package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples that notebooks list and the gallery draws. */
@Timeout(600)
class ExamplesTest {
    @Test
    void everyExampleRunsAfterThoseBeforeItAndDrawsAPicture() throws IOException {
        try (var server = new CellServerProcess()) {
            for (Example example : Example.all()) {
                CellEvents events = server.run(example.code());
                assertThat(events.errorMessage()).as(example.title()).isEmpty();
                assertThat(events.printed("stderr")).as(example.title()).isEmpty();
                assertThat(events.result("text/html")).as(example.title()).contains("<img alt=");
            }
        }
    }

    @Test
    void noTwoExamplesHaveOneTitle() {
        List<String> titles = Example.all().stream().map(Example::title).toList();
        assertThat(new HashSet<>(titles)).hasSameSizeAs(titles);
        assertThat(titles).hasSizeGreaterThan(20);
    }
}
