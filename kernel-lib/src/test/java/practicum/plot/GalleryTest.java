package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void thePageHoldsEveryFigureOnLightAndOnDark() throws Exception {
        Path page = Path.of("target", "gallery.html");
        Gallery.write(page);
        assertThat(Files.readString(page).split("<img ", -1))
                .hasSize(2 * Gallery.figures().size() + 1);
    }
}
