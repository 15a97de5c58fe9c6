package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.NotebookWriter;
import practicum.report.HtmlText;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.source.Project;

/** The pages of the instructor's guide, of a class that is graded as the guide says. */
@EnabledIfSystemProperty(
        named = "guide.pictures",
        matches = ".+",
        disabledReason = "It grades a class, which takes minutes: -Dguide.pictures=../docs/images takes its pictures.")
final class GuidePagesTest {
    private static final Project PROJECT = Project.find();
    private static final Practicum PRACTICUM = PROJECT.practicum(PROJECT.stem("09"));
    private static final int WIDTH = 1000;

    /** For each student, which mistake is made in which exercise, by its place in the source. */
    private static final Map<String, Map<String, Integer>> CLASS = Map.of(
            "ada", Map.of(),
            "ben", Map.of("kl", 1, "decided", 0),
            "cleo", Map.of("kl", 1, "translator", 2),
            "dan", Map.of("lens", 0, "gap", 0, "kl", 3));

    private static final Map<String, String> EXPERIMENT = Map.of(
            "ada",
            "Is the *job* of a person decided in the same layer as the city? I computed the curve of section 4 for all"
                    + " questions about jobs (held-out phrases, 40 people). The right job has probability 0.02 after layer"
                    + " 2 and 0.91 after layer 3, as the city has. Control: with the answers of other people the curve"
                    + " stays below 0.05. It could also be that the lens reads both kinds of words only there.",
            "ben",
            "I looked at where jobs are decided. It is layer 3, because the curve goes up there.");

    @TempDir
    Path folder;

    @Test
    void theClassIsGradedReportedAndMarked() throws Exception {
        Path inbox = folder.resolve("inbox");
        for (String student : CLASS.keySet()) {
            handIn(inbox, student);
        }
        String out = folder.resolve("graded").toString();
        String said = run("grade", "09", "--submissions", inbox.toString(), "--out", out);
        run("mark", "09", "--out", out, "--page", folder.resolve("mark.html").toString());
        run("report", "09", "--out", out);
        Path terminal = Files.writeString(folder.resolve("terminal.html"), terminal("./practicum grade 09 --submissions inbox --out graded", said));
        try (Chromium browser = Chromium.start(Needs.chromedriver(), Needs.chromium(), folder.resolve("profile"))) {
            save(browser, Path.of(out, "feedback/ben", PRACTICUM.stem() + ".html"), 720, "feedback.png");
            save(browser, folder.resolve("mark.html"), 620, "marking.png");
            save(browser, report(Path.of(out)), 760, "report.png");
            save(browser, terminal, 420, "grade.png");
        }
    }

    private static Path report(Path out) throws IOException {
        try (var files = Files.walk(out)) {
            return files.filter(file -> file.getFileName().toString().contains("report")
                            && file.toString().endsWith(".html"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void handIn(Path inbox, String student) throws IOException {
        Notebook blank = NotebookReader.read(PROJECT.notebooks().resolve(PRACTICUM.stem() + ".ipynb"), "09");
        List<NotebookCell> cells = new ArrayList<>();
        for (NotebookCell cell : blank.cells()) {
            cells.add(NotebookCell.of(cell.id(), cell.kind(), source(cell, student), cell.metadata()));
        }
        Path file = Files.createDirectories(inbox.resolve(student)).resolve(PRACTICUM.stem() + ".ipynb");
        Files.writeString(file, NotebookWriter.write(new Notebook(new JsonObject(), cells)));
    }

    private static String source(NotebookCell cell, String student) {
        if (cell.id().equals("setup")) {
            return cell.source().replace("\"\"", "\"" + student + "\"");
        }
        if (cell.id().equals("experiment")) {
            return EXPERIMENT.getOrDefault(student, cell.source());
        }
        return PRACTICUM.exercises().stream()
                .filter(exercise -> exercise.id().equals(cell.id()))
                .findFirst()
                .map(exercise -> code(exercise, student))
                .orElse(cell.source());
    }

    private static String code(Cell.Exercise exercise, String student) {
        Integer mistake = CLASS.getOrDefault(student, Map.of()).get(exercise.id());
        return mistake == null
                ? exercise.code().replaceAll("(?m)^ *// (BEGIN|END) SOLUTION\n", "")
                : PRACTICUM.mistakes(exercise.id()).get(mistake).code();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROJECT.root().resolve("practicum").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private String terminal(String command, String said) {
        return "<!doctype html><meta charset=utf-8><pre style=\"margin:0;padding:1.2em;font:14px/1.45 'DejaVu Sans Mono',"
                + "monospace;background:#fafafa;color:#222\"><b>$ " + command + "</b>\n"
                + HtmlText.escape(said.replace(folder + "/", "")) + "</pre>";
    }

    private void save(Chromium browser, Path page, int height, String name) throws Exception {
        browser.resize(WIDTH, height);
        browser.open(page.toUri());
        Path picture = folder.resolve(name);
        browser.screenshot(picture);
        GuidePicture.save(Files.readAllBytes(picture), name);
    }
}
