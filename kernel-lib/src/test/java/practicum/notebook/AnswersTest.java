package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import practicum.answer.Expectations;
import practicum.answer.Expectations.Check;
import practicum.answer.Expectations.Exercise;
import practicum.answer.Expectations.Mistake;
import practicum.answer.Value;
import practicum.answer.Variant;

@Timeout(300)
class AnswersTest {
    private static final Expectations EXPECTED = new Expectations(
            "09_lens",
            "The logit <lens>",
            List.of(new Exercise("lens", 4, "What stands before the unembedding?", 2)),
            List.of(new Check(
                    "lens.top",
                    "lens",
                    "close(rtol=1e-4)",
                    Value.of(new double[] {1, 2, 3}),
                    List.of(new Mistake("You forgot the final LayerNorm.", Value.of(new double[] {7, 8, 9}))))));

    @TempDir
    static Path folder;

    private static CellServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(folder.resolve("expected"));
        Files.writeString(folder.resolve("expected/09_lens.json"), EXPECTED.toJson());
        Files.writeString(folder.resolve("expected/10_broken.json"), "{");
        var ladder = new Expectations(
                "11_ladder",
                "Sums",
                List.of(new Exercise("sum", 2, "Look at the axes. Which one is summed?", 1)),
                List.of(new Check(
                        "sum.one",
                        "sum",
                        "",
                        Value.of(7.0),
                        List.of(new Mistake("You summed the rows.", Value.of(100.0))))));
        Files.writeString(folder.resolve("expected/11_ladder.json"), ladder.toJson());
        server = new CellServerProcess(ChildJava.of(CellServer.class).directory(folder.toFile()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void opensWithTheTitleAndNeverFailsWithoutExpectations() throws IOException {
        CellEvents known = server.run("practicum(\"09_lens\");");
        assertThat(known.displayed("text/html")).contains("The logit &lt;lens&gt;", "1 exercise.");
        CellEvents unknown = server.run("practicum(\"77_nothing\");");
        assertThat(unknown.displayed("text/plain")).contains("no verdicts", "expected/77_nothing.json");
        CellEvents broken = server.run("practicum(\"10_broken\");");
        assertThat(broken.displayed("text/plain")).contains("no verdicts", "./practicum build");
        CellEvents outside = server.run("practicum(\"../../etc/passwd\");");
        assertThat(outside.displayed("text/plain")).contains("no verdicts", "no name of a practicum");
    }

    @Test
    void carriesTheAnswerAsDataBesideItsCard() throws IOException {
        CellEvents events =
                server.run("practicum(\"09_lens\");\nanswer(\"lens.top\", new double[] {1, 2, Double.NaN});");
        JsonObject data = events.display(1).getAsJsonObject("application/vnd.practicum.answer+json");
        assertThat(data.get("id").getAsString()).isEqualTo("lens.top");
        JsonObject value = data.getAsJsonObject("value");
        assertThat(value.get("kind").getAsString()).isEqualTo("array");
        assertThat(value.get("data").toString()).contains("\"NaN\"");
        assertThat(events.named("result")).isEmpty();
    }

    @Test
    void saysThatARightAnswerPassedAndHowManyChecksRemain() throws IOException {
        String card = answer("new double[] {1, 2, 3.00001}");
        assertThat(card)
                .startsWith("✓ lens.top: passed")
                .contains("2 more checks")
                .doesNotContain("Hint", "points");
    }

    @Test
    void saysWhatIsWrongAndGivesTheHint() throws IOException {
        String card = answer("new double[] {1, 2, 4}");
        assertThat(card)
                .startsWith("✗ lens.top: not yet")
                .contains("Your answer: ", "Expected: ", "Hint: What stands before the unembedding?")
                .doesNotContain("LayerNorm");
    }

    @Test
    void aCheckWhoseNameIsMisspeltIsNamed() throws IOException {
        server.run("practicum(\"09_lens\");");
        assertThat(server.run("answer(\"lens.tap\", 1);").displayed("text/plain"))
                .startsWith("• lens.tap: handed over")
                .contains("Did you mean “lens.top”?");
        assertThat(server.run("answer(\"lens.hidden\", 1);").displayed("text/plain"))
                .doesNotContain("Did you mean");
    }

    @Test
    void namesTheMistakeThatGivesTheSameAnswer() throws IOException {
        assertThat(answer("new double[] {7, 8, 9}")).contains("You forgot the final LayerNorm.");
    }

    @Test
    void eachNewWrongAnswerIsToldMore() throws IOException {
        server.run("practicum(\"11_ladder\");");
        assertThat(climb("1.5"))
                .contains("Hint: Look at the axes.", "Another attempt shows more")
                .doesNotContain("Which one");
        assertThat(climb("1.5")).as("the same answer again").doesNotContain("Which one");
        assertThat(climb("2.5"))
                .contains("Hint: Look at the axes. Which one is summed?")
                .doesNotContain("Often made");
        assertThat(climb("3.5"))
                .contains("Often made here: You summed the rows.")
                .doesNotContain("Another attempt");
    }

    @Test
    void statusSaysWhichChecksPassAndIsNoGrade() throws IOException {
        server.run("practicum(\"11_ladder\");");
        assertThat(status())
                .contains("0 of 1 exercises", "• not run", "no grade")
                .doesNotContain("points");
        server.run("answer(\"sum.one\", 9.0);");
        assertThat(status()).contains("✗ not yet").contains("0 of 1");
        server.run("answer(\"sum.one\", 7.0);");
        assertThat(status()).contains("1 of 1 exercises", "✓ passed");
        server.run("practicum(\"77_nothing\");");
        assertThat(status()).contains("run its first cell");
    }

    private static String climb(String answer) throws IOException {
        return server.run("answer(\"sum.one\", " + answer + ");").displayed("text/plain");
    }

    private static String status() throws IOException {
        return server.run("status();").displayed("text/plain");
    }

    @Test
    void handsOverWithoutAVerdictWhatNothingIsKnownOf() throws IOException {
        CellEvents events = server.run("practicum(\"09_lens\");\nanswer(\"lens.other\", Map.of(\"<b>\", 1));");
        String html = events.display(1).get("text/html").getAsString();
        assertThat(html).contains("handed over", "&lt;b&gt;").doesNotContain("passed", "not yet");
    }

    @Test
    void showsATableThatIsHandedOver() throws IOException {
        CellEvents events = server.run("answer(\"t\", Table.create(\"t\", IntColumn.create(\"count\", 41, 42)));");
        assertThat(events.display(0).get("text/html").getAsString()).contains("<table", ">42<");
    }

    @Test
    void refusesAValueThatCannotBeAnAnswer() throws IOException {
        CellEvents events = server.run("answer(\"lens.top\", new Object());");
        assertThat(events.errorName()).isEqualTo("AnswerException");
        assertThat(events.named("display")).isEmpty();
    }

    @Test
    void saysInOneSentenceThatAnExerciseIsStillToDo() throws IOException {
        CellEvents events = server.run(
                """
                double[] lens() { throw new NotImplemented("lens"); }
                answer("lens.top", Stream.of(1).map(i -> lens()).toList());""");
        assertThat(events.errorName()).isEqualTo("NotImplemented");
        assertThat(events.traceback()).hasSizeLessThan(5);
        assertThat(events.traceback().get(0)).contains("“lens” is still to do");
    }

    @Test
    void aStudentsIdDecidesWhichNumbersAreTheirs() throws IOException {
        CellEvents nobody = server.run("practicum(\"09_lens\", \"\", 4);");
        assertThat(nobody.displayed("text/plain")).contains("write your student id");
        assertThat(server.run("long mine = variant();").errorMessage()).contains("Write your student id");
        var hers = Variant.of("09_lens", "ada", 4);
        Files.writeString(folder.resolve("expected/" + hers.fileName() + ".json"), EXPECTED.toJson());
        CellEvents ada = server.run("practicum(\"09_lens\", \"Ada\", 4);\nanswer(\"lens.top\", List.of(1, 2, 3));"
                + "System.out.println(variant());");
        assertThat(ada.display(1).get("text/plain").getAsString()).startsWith("✓ lens.top: passed");
        assertThat(ada.printed("stdout").strip()).isEqualTo(Long.toString(hers.seed()));
        assertThat(server.run("practicum(\"09_lens\", " + hers.index() + ");\nvariant()")
                        .result())
                .isEqualTo(Long.toString(hers.seed()));
        assertThat(server.run("practicum(\"09_lens\");\nvariant()").errorName()).isEqualTo("IllegalStateException");
    }

    private static String answer(String expression) throws IOException {
        CellEvents events = server.run("practicum(\"09_lens\");\nanswer(\"lens.top\", " + expression + ");");
        return events.display(1).get("text/plain").getAsString();
    }
}
