package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.build.Rehearsal;
import practicum.check.AnswerKey;
import practicum.check.Flag;
import practicum.check.Grading;
import practicum.check.Processes;
import practicum.check.SmallPracticum;
import practicum.check.Submissions;
import practicum.nbformat.NotebookWriter;
import practicum.source.Practicum;

/** A class with an honest student, a half-right one, and folders that hold no notebook. */
final class BatchTest {
    private static final Practicum PRACTICUM = SmallPracticum.get();
    private static final String FILE = PRACTICUM.stem() + ".ipynb";
    private static final String ODD = "=cmd(), \"<b>Eve\"";

    @TempDir
    static Path folder;

    private static Path out;

    @BeforeAll
    static void grade() throws IOException {
        var inbox = folder.resolve("inbox");
        var blank = Submissions.blank(PRACTICUM);
        var perfect = blank.with("plus", SmallPracticum.PLUS).with("scores", SmallPracticum.SCORES);
        submit(inbox, "ada", NotebookWriter.write(perfect.notebook()));
        submit(
                inbox,
                ODD,
                NotebookWriter.write(perfect.with("scores", "double[] scores(double[] q) { return q; }")
                        .with("why", "<script>alert(1)</script> because\u202E")
                        .notebook()));
        submit(inbox, "truncated", "{\"cells\": [");
        submit(inbox, "empty", "");
        Files.createDirectories(inbox.resolve("missing"));
        Files.writeString(inbox.resolve("missing").resolve("final_v2.ipynb"), "{}");
        Files.createDirectories(inbox.resolve("linked"));
        Files.createSymbolicLink(
                inbox.resolve("linked").resolve(FILE), inbox.resolve("ada").resolve(FILE));
        Files.createDirectories(inbox.resolve("folder").resolve(FILE));
        Files.writeString(inbox.resolve("readme.txt"), "not a student");

        var processes = Processes.in(Files.createDirectories(folder.resolve("work")));
        var key = AnswerKey.of(Rehearsal.of(PRACTICUM, ignored -> processes.get(), folder));
        out = folder.resolve("out");
        var grader = new Grader(
                PRACTICUM,
                (student, each) -> Grading.of(PRACTICUM, key, each),
                processes,
                Optional.of(new Flag(Flag.Kind.UNSAFE, "no sandbox")),
                Optional.empty());
        var lateness = new Lateness(LocalDateTime.now().plusDays(1), List.of(ODD), Arrivals.none());
        new Batch(grader, SmallClass.inputs("one"), "no sandbox", lateness, 2).grade(inbox, out);
    }

    private static void submit(Path inbox, String student, String notebook) throws IOException {
        Files.writeString(Files.createDirectories(inbox.resolve(student)).resolve(FILE), notebook);
    }

    @Test
    void everyFolderGetsARowAndNoneStopsTheBatch() throws IOException {
        assertThat(Files.readString(out.resolve("grades.csv")).split("\r\n"))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .isEqualTo(
                                        "student,practicum,score,max,status,late,flags,seconds,written,penalty,total,"
                                                + "final,attempt,name"),
                        row -> assertThat(row)
                                .startsWith(
                                        "\"'=cmd(), \"\"<b>Eve\"\"\",03_two_functions,4,12,OK,yes,UNSAFE(no sandbox),"),
                        row -> assertThat(row).startsWith("ada,03_two_functions,10,12,OK,no,UNSAFE(no sandbox),"),
                        row -> assertThat(row).startsWith("empty,03_two_functions,0,12,INVALID_NOTEBOOK,no,"),
                        row -> assertThat(row).startsWith("folder,03_two_functions,0,12,INVALID_NOTEBOOK,"),
                        row -> assertThat(row).startsWith("linked,03_two_functions,0,12,INVALID_NOTEBOOK,"),
                        row -> assertThat(row).startsWith("missing,03_two_functions,0,12,INVALID_NOTEBOOK,"),
                        row -> assertThat(row).startsWith("truncated,03_two_functions,0,12,INVALID_NOTEBOOK,"));
    }

    @Test
    void theResultSaysEverythingButTheHiddenChecksSecrets() throws IOException {
        String text = Files.readString(out.resolve("results").resolve(ODD).resolve("03_two_functions.json"));
        var json = JsonParser.parseString(text).getAsJsonObject();
        assertThat(json.getAsJsonArray("checks")).hasSize(5);
        assertThat(json.get("score").getAsDouble()).isEqualTo(4);
        var row = json.getAsJsonArray("checks").get(3).getAsJsonObject();
        assertThat(row.get("id").getAsString()).isEqualTo("scores.row");
        assertThat(row.get("hint").getAsString()).isEqualTo("You forgot to scale.");
        assertThat(row.get("rationale").getAsString()).contains("3 of 3 numbers differ");
        var hidden = json.getAsJsonArray("checks").get(4).getAsJsonObject();
        assertThat(hidden.get("expected").getAsString()).isEmpty();
        assertThat(hidden.get("status").getAsString()).isEqualTo("failed");
        assertThat(text).doesNotContain("987654", "{-3, 0");
        assertThat(json.getAsJsonArray("written")
                        .get(0)
                        .getAsJsonObject()
                        .get("status")
                        .getAsString())
                .isEqualTo("manual");
    }

    @Test
    void theFeedbackIsOneSafePage() throws IOException {
        String page = Files.readString(out.resolve("feedback").resolve(ODD).resolve("03_two_functions.html"));
        assertThat(page)
                .contains("Content-Security-Policy", "default-src &#39;none&#39;".replace("&#39;", "'"))
                .contains(
                        "=cmd(), &quot;&lt;b&gt;Eve&quot;", "handed in late", "You forgot to scale.", "Hidden check 1")
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "http://", "https://", "\u202E", "987654", "scores.other", "names a pair");
    }

    @Test
    void aReasonIsGivenForWhatIsNoNotebook() throws IOException {
        assertThat(reason("missing")).contains("final_v2.ipynb");
        assertThat(reason("truncated")).contains("line 1");
        assertThat(reason("linked")).contains("link");
        assertThat(reason("empty")).contains("empty");
    }

    private static String reason(String student) throws IOException {
        Path file = out.resolve("results").resolve(student).resolve("03_two_functions.json");
        return JsonParser.parseString(Files.readString(file))
                .getAsJsonObject()
                .get("reason")
                .getAsString();
    }

    @Test
    void wrongFoldersAreRefusedBeforeAnythingIsWritten() throws IOException {
        var none = folder.resolve("nowhere");
        var bare = Files.createDirectories(folder.resolve("bare"));
        assertThatThrownBy(() -> batch().grade(none, folder.resolve("x")))
                .isInstanceOf(GradeException.class)
                .hasMessageContaining("There is no folder " + none);
        assertThatThrownBy(() -> batch().grade(bare, folder.resolve("x"))).hasMessageContaining("No student");
        assertThatThrownBy(() -> batch().grade(folder.resolve("inbox"), folder.resolve("inbox/out")))
                .hasMessageContaining("among the submissions");
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> batch().grade(folder.resolve("inbox"), file.resolve("out")))
                .hasMessageContaining("--out");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    private static Batch batch() {
        return SmallClass.batch("one", 0, 1);
    }
}
