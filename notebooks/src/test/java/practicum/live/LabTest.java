package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks opened in JupyterLab 4 by a real browser, where this machine has it: Debian 12 has none. */
final class LabTest {
    @RegisterExtension
    static final FrontEndSession SESSION = new FrontEndSession(Needs::lab);

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @Test
    void everyKindOfPictureIsWholeAndFollowsTheTheme(@TempDir Path folder) throws Exception {
        String name = SESSION.classroom().add(Notebooks.ofExamples(folder.resolve("lab-gallery.ipynb")));
        var page = LabPage.open(SESSION, name);
        page.runAll(Duration.ofSeconds(240));
        String before = page.theme();
        try {
            page.choose("JupyterLab Light");
            page.screenshot(SCREENSHOTS.resolve("lab-light.png"));
            assertThat(page.errors()).isEmpty();
            assertThat(page.cellsWithoutPicture()).isEmpty();
            assertThat(page.pictureFaults()).isEmpty();
            assertThat(brightnessOfPaper(page.firstPicture())).isGreaterThan(240);
            page.choose("JupyterLab Dark");
            page.screenshot(SCREENSHOTS.resolve("lab-dark.png"));
            assertThat(brightnessOfPaper(page.firstPicture())).isLessThan(40);
            assertThat(page.pictureFaults()).isEmpty();
        } finally {
            page.choose(before);
        }
    }

    @Test
    void mistakesAndAnswersSayWhatTheyAre(@TempDir Path folder) throws Exception {
        Stories.addExpectations(SESSION.classroom(), folder);
        String name = SESSION.classroom().add(Notebooks.of(folder.resolve("lab-mistakes.ipynb"), Stories.MISTAKES));
        var page = LabPage.open(SESSION, name);
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve("lab-mistakes.png"));
        Stories.mistakesAndAnswersSayWhatTheyAre(page);
    }

    @Test
    void theStopButtonEndsAnEndlessCellAndARestartForgets(@TempDir Path folder) throws Exception {
        String name = SESSION.classroom().add(Notebooks.of(folder.resolve("lab-endless.ipynb"), Stories.ENDLESS));
        Stories.theStopButtonEndsAnEndlessCellAndARestartForgets(LabPage.open(SESSION, name));
    }

    /** How bright a picture is, 0 to 255, between its rim and its title. */
    private static int brightnessOfPaper(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int rgb = image.getRGB(8, 8);
        return ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3;
    }
}
