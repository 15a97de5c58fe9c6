package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What a student meets in every front end: cells, and what they must show there. */
final class Stories {
    /** Three mistakes, a wrong answer and a right one. */
    static final List<String> MISTAKES = List.of(
            "practicum(\"counting\");",
            "var model = Models.lod(\"world\");",
            "int a = 3\nint b = 4;",
            "Models.load(\"induction\").run(\"wo pe fi\").get(Hook.residPost(7))",
            "answer(\"sum.ten\", 55);",
            "answer(\"sum.ten\", 45);");

    static final List<String> ENDLESS =
            List.of("int kept = 41;", "System.out.println(\"begun\");\nwhile (true) { }", "kept + 1", "kept + 2");

    private Stories() {}

    /** Puts the expectations that {@link #MISTAKES} are judged by beside the notebook. */
    static void addExpectations(Classroom classroom, Path scratch) throws IOException {
        Path expected = Files.createDirectories(scratch.resolve("expected"));
        Files.copy(resource("counting.json"), expected.resolve("counting.json"));
        classroom.addFolder(expected);
    }

    static void mistakesAndAnswersSayWhatTheyAre(OpenNotebook page) throws IOException, InterruptedException {
        assertThat(page.output(1)).contains("In [2], line 1", "Did you mean ‘load’?");
        assertThat(page.output(2)).contains("In [3], line 1", "ends with a semicolon");
        assertThat(page.output(3)).contains("In [4], line 1", "this model has layers 0–1");
        assertThat(page.output(4)).contains("✗ not yet", "You count one number too many", "Where does the sum begin?");
        assertThat(page.output(5)).contains("✓ passed", "One more check of this exercise");
    }

    static void theStopButtonEndsAnEndlessCellAndARestartForgets(OpenNotebook page)
            throws IOException, InterruptedException {
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

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Stories.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
