package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import practicum.source.Project;

/** Notebooks opened in the classic Notebook by a real browser, run from the menu, and looked at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static final Project PROJECT = Project.find();
    private static final String STEM = PROJECT.stem("09");

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
        String name = classroom.add(Stories.resource("first-steps.ipynb"));
        var page = NotebookPage.open(browser, classroom.server(), name);
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve("first-steps.png"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.unfinished()).isEmpty();
        assertThat(page.pictures()).isEqualTo(1);
        assertThat(page.text()).contains("the sum is 45", "Ada");
    }

    @Test
    void theSolvedPracticumShowsItsPicturesAndNoError() throws Exception {
        var page = NotebookPage.open(browser, classroom.server(), practicum(PROJECT.solutions()));
        page.runAll(Duration.ofSeconds(150));
        page.screenshot(SCREENSHOTS.resolve(STEM + "-solved.png"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.unfinished()).isEmpty();
        assertThat(page.pictures()).isPositive();
    }

    @Test
    void theStudentsPracticumFailsOnlyWhereItIsTheStudentsTurn() throws Exception {
        var page = NotebookPage.open(browser, classroom.server(), practicum(PROJECT.notebooks()));
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve(STEM + "-student.png"));
        assertThat(page.errors()).isNotEmpty().allSatisfy(error -> assertThat(error)
                .containsAnyOf("is still to do", "Write your student id"));
        assertThat(page.pictures()).isPositive();
    }

    @Test
    void everyKindOfPictureIsWholeInItsColumnAtTheWidthOfALaptopAndOfADesk(@TempDir Path folder) throws Exception {
        String name = classroom.add(Notebooks.ofExamples(folder.resolve("gallery.ipynb")));
        var page = NotebookPage.open(browser, classroom.server(), name);
        page.runAll(Duration.ofSeconds(150));
        page.screenshot(SCREENSHOTS.resolve("gallery-desk.png"), 1920);
        assertThat(page.errors()).isEmpty();
        assertThat(page.unfinished()).isEmpty();
        assertThat(page.cellsWithoutPicture()).isEmpty();
        assertThat(page.pictureFaults()).isEmpty();
        page.screenshot(SCREENSHOTS.resolve("gallery-laptop.png"), 1024);
        assertThat(page.pictureFaults()).isEmpty();
    }

    @Test
    void mistakesAndAnswersSayWhatTheyAre(@TempDir Path folder) throws Exception {
        Stories.addExpectations(classroom, folder);
        String name = classroom.add(Notebooks.of(folder.resolve("mistakes.ipynb"), Stories.MISTAKES));
        var page = NotebookPage.open(browser, classroom.server(), name);
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve("mistakes.png"));
        Stories.mistakesAndAnswersSayWhatTheyAre(page);
        GuidePicture.save(page.picture(1), "mistake.png");
        GuidePicture.save(page.picture(4), "answer.png");
    }

    @Test
    void theStopButtonEndsAnEndlessCellAndARestartForgets(@TempDir Path folder) throws Exception {
        String name = classroom.add(Notebooks.of(folder.resolve("endless.ipynb"), Stories.ENDLESS));
        Stories.theStopButtonEndsAnEndlessCellAndARestartForgets(NotebookPage.open(browser, classroom.server(), name));
    }

    /** The ninth practicum as a folder has it, with the expectations that its visible checks look for beside it. */
    private String practicum(Path folder) throws Exception {
        classroom.addFolder(PROJECT.expected());
        return classroom.add(folder.resolve(STEM + ".ipynb"));
    }
}
