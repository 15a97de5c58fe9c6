package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import practicum.source.Project;

/** Notebooks opened in Jupyter by a real browser, run from the menu, and looked at. */
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
        String name = classroom.add(resource("first-steps.ipynb"));
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
    void theStudentsPracticumFailsOnlyWhereAnExerciseIsUnwritten() throws Exception {
        var page = NotebookPage.open(browser, classroom.server(), practicum(PROJECT.notebooks()));
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve(STEM + "-student.png"));
        assertThat(page.errors()).isNotEmpty().allSatisfy(error -> assertThat(error)
                .contains("is still to do"));
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
        Path expected = Files.createDirectories(folder.resolve("expected"));
        Files.copy(resource("counting.json"), expected.resolve("counting.json"));
        classroom.addFolder(expected);
        List<String> cells = List.of(
                "practicum(\"counting\");",
                "var model = Models.lod(\"world\");",
                "int a = 3\nint b = 4;",
                "Models.load(\"induction\").run(\"wo pe fi\").get(Hook.residPost(7))",
                "answer(\"sum.ten\", 55);",
                "answer(\"sum.ten\", 45);");
        var page = NotebookPage.open(
                browser, classroom.server(), classroom.add(Notebooks.of(folder.resolve("mistakes.ipynb"), cells)));
        page.runAll(Duration.ofSeconds(60));
        page.screenshot(SCREENSHOTS.resolve("mistakes.png"));
        assertThat(page.output(1)).contains("In [2], line 1", "Did you mean ‘load’?");
        assertThat(page.output(2)).contains("In [3], line 1", "ends with a semicolon");
        assertThat(page.output(3)).contains("In [4], line 1", "this model has layers 0–1");
        assertThat(page.output(4)).contains("✗ not yet", "You count one number too many", "Where does the sum begin?");
        assertThat(page.output(5)).contains("✓ passed", "One more check of this exercise");
    }

    @Test
    void theStopButtonEndsAnEndlessCellAndARestartForgets(@TempDir Path folder) throws Exception {
        List<String> cells =
                List.of("int kept = 41;", "System.out.println(\"begun\");\nwhile (true) { }", "kept + 1", "kept + 2");
        var page = NotebookPage.open(
                browser, classroom.server(), classroom.add(Notebooks.of(folder.resolve("endless.ipynb"), cells)));
        page.run(0, Duration.ofSeconds(30));
        page.startAndAwaitOutput(1);
        page.stop(1);
        assertThat(page.output(1)).contains("You stopped this cell.");
        page.run(2, Duration.ofSeconds(30));
        assertThat(page.output(2)).contains("42");
        page.restart();
        page.run(3, Duration.ofSeconds(30));
        assertThat(page.output(3)).contains("cannot find symbol: variable kept");
    }

    /** The ninth practicum as a folder has it, with the expectations that its visible checks look for beside it. */
    private String practicum(Path folder) throws Exception {
        classroom.addFolder(PROJECT.expected());
        return classroom.add(folder.resolve(STEM + ".ipynb"));
    }

    private static Path resource(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(BrowserTest.class.getResource(name)).toURI());
    }
}
