package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import practicum.source.Project;

/** Notebooks opened in the classic Notebook by a real browser, run from the menu, and looked at. */
final class BrowserTest {
    @RegisterExtension
    static final FrontEndSession SESSION = new FrontEndSession(Needs::notebook);

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static final Project PROJECT = Project.find();
    private static final String STEM = PROJECT.stem("09");

    @Test
    void aFirstNotebookShowsItsPicturesAndNoError() throws Exception {
        String name = SESSION.classroom().add(Stories.resource("first-steps.ipynb"));
        var page = NotebookPage.open(SESSION, name);
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve("first-steps.png"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.unfinished()).isEmpty();
        assertThat(page.pictures()).isEqualTo(1);
        assertThat(page.text()).contains("the sum is 45", "Ada");
    }

    @Test
    void theSolvedPracticumShowsItsPicturesAndNoError() throws Exception {
        var page = NotebookPage.open(SESSION, practicum(PROJECT.solutions()));
        page.runAll(Duration.ofSeconds(150));
        page.screenshot(SCREENSHOTS.resolve(STEM + "-solved.png"));
        assertThat(page.errors()).isEmpty();
        assertThat(page.unfinished()).isEmpty();
        assertThat(page.pictures()).isPositive();
    }

    @Test
    void theStudentsPracticumFailsOnlyWhereItIsTheStudentsTurn() throws Exception {
        String name = practicum(PROJECT.notebooks());
        SESSION.classroom().edit(name, "\\\"\\\", 2);", "\\\"s0042\\\", 2);");
        var page = NotebookPage.open(SESSION, name);
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve(STEM + "-student.png"));
        assertThat(page.errors()).isNotEmpty().allSatisfy(error -> assertThat(error)
                .contains("is still to do"));
        assertThat(page.pictures()).isPositive();
    }

    @Test
    void everyKindOfPictureIsWholeInItsColumnAtTheWidthOfALaptopAndOfADesk(@TempDir Path folder) throws Exception {
        String name = SESSION.classroom().add(Notebooks.ofExamples(folder.resolve("gallery.ipynb")));
        var page = NotebookPage.open(SESSION, name);
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
        Stories.addExpectations(SESSION.classroom(), folder);
        String name = SESSION.classroom().add(Notebooks.of(folder.resolve("mistakes.ipynb"), Stories.MISTAKES));
        var page = NotebookPage.open(SESSION, name);
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve("mistakes.png"));
        Stories.mistakesAndAnswersSayWhatTheyAre(page);
        GuidePicture.save(page.picture(1), "mistake.png");
        GuidePicture.save(page.picture(4), "answer.png");
    }

    @Test
    void theStopButtonEndsAnEndlessCellAndARestartForgets(@TempDir Path folder) throws Exception {
        String name = SESSION.classroom().add(Notebooks.of(folder.resolve("endless.ipynb"), Stories.ENDLESS));
        Stories.theStopButtonEndsAnEndlessCellAndARestartForgets(NotebookPage.open(SESSION, name));
    }

    /** The ninth practicum as a folder has it, with the expectations that its visible checks look for beside it. */
    private String practicum(Path folder) throws Exception {
        SESSION.classroom().addFolder(PROJECT.expected());
        return SESSION.classroom().add(folder.resolve(STEM + ".ipynb"));
    }
}
