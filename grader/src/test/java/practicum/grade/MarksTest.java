package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.grade.SmallClass.STEM;
import static practicum.grade.SmallClass.notebook;
import static practicum.grade.SmallClass.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.check.SmallPracticum;
import practicum.gradebook.Comment;
import practicum.report.MarkingPage;

/** What a person says of a small class's answers in words. */
class MarksTest extends ClassFixture {
    @Test
    void marksComeBackFromThePageCountAndSurviveARegradeButNotAnotherAnswer() throws IOException {
        grade("one");
        Path marks = folder.resolve("marks.json");
        try (var book = open()) {
            var marking = new Marking(book, STEM);
            var items = marking.items(false);
            assertThat(items).hasSize(2).allSatisfy(item -> assertThat(item.who())
                    .matches("[0-9a-f]{10}"));
            String page = MarkingPage.of(STEM, "Two functions", items);
            assertThat(page).doesNotContainPattern("\\b(ada|bob|eve)\\b").contains("2 + 2 is 2 · 2");
            var ada = items.stream()
                    .filter(item -> item.text().contains("Because"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(marks, sheet(ada, "1.5"));
            assertThat(marking.take(marks, "tutor").marked()).isOne();
            assertThat(standing(book, "ada").total()).isEqualTo(11.5);
            assertThat(standing(book, "ada").isFinal()).isTrue();
            assertThat(standing(book, "bob").isFinal()).as("wrote nothing").isTrue();
            assertThat(standing(book, "eve").isFinal()).isFalse();
            assertThat(marking.items(false)).hasSize(1);
        }
        grade("two");
        assertThat(Files.readString(out.resolve("feedback/ada/" + STEM + ".html")))
                .contains("1.5 of 2", "Well put.", "names a pair");
        submit(inbox, "ada", notebook(SmallPracticum.PLUS, SmallPracticum.SCORES, "Something else."));
        grade("two");
        try (var book = open()) {
            assertThat(standing(book, "ada").total()).isEqualTo(10);
            var report = new Marking(book, STEM).take(marks, "tutor");
            assertThat(report.marked()).isZero();
            assertThat(report.changed()).hasSize(1);
        }
    }

    @Test
    void aSheetOfMarksThatCannotBeIsRefusedWhole() throws IOException {
        grade("one");
        try (var book = open()) {
            var marking = new Marking(book, STEM);
            var item = marking.items(false).get(0);
            for (var wrong : Map.of(
                            sheet(item, "2.5"),
                            "2.5 of 2.0 points",
                            sheet(item, "-1"),
                            "-1.0 of",
                            sheet(item, "null"),
                            "null of",
                            sheet(item, "1").replace("[0]", "[7]"),
                            "a sentence 7",
                            sheet(item, "1").replace(item.who(), "0000000000"),
                            "nobody here is",
                            sheet(item, "1").replace("marks-1", "marks-9"),
                            "no file that the marking page saves",
                            sheet(item, "1").replace(STEM, "09_other"),
                            "of 09_other",
                            "[1, 2",
                            "no JSON")
                    .entrySet()) {
                Path file = Files.writeString(folder.resolve("wrong.json"), wrong.getKey());
                assertThatThrownBy(() -> marking.take(file, "tutor"))
                        .isInstanceOf(GradeException.class)
                        .hasMessageContaining(wrong.getValue());
            }
            assertThat(book.marks().of("ada", STEM)).isEmpty();
        }
    }

    @Test
    void theSameWrongAnswerIsFoundAndOneCommentReachesAllWhoGaveIt() throws IOException {
        grade("one");
        try (var book = open()) {
            String page = new ClassReport(book, SmallClass.PRACTICUM, out).page();
            assertThat(page).contains("plus.small", "2 students", "bob, eve").doesNotContain("<script");
            String name = page.replaceFirst("(?s).*<code>(plus\\.small=[0-9a-f]+)</code>.*", "$1");
            book.comments()
                    .add(STEM, new Comment("", "plus.small", name.replaceFirst(".*=", ""), "Read + again.", "me"));
            assertThat(standing(book, "bob").comments()).hasSize(1);
            assertThat(standing(book, "ada").comments()).isEmpty();
        }
        grade("one");
        try (var book = open()) {
            Outbox.in(out).writeAll(book, STEM);
        }
        assertThat(Files.readString(out.resolve("feedback/eve/" + STEM + ".html")))
                .contains("Read + again.");
        assertThat(Files.readString(out.resolve("feedback/ada/" + STEM + ".html")))
                .doesNotContain("Read + again.");
    }

    private static String sheet(MarkingPage.Item item, String points) {
        return """
                {"format": "practicum-marks-1", "practicum": "%s", "marks": [{"who": "%s", "question": "%s",
                 "answer": "%s", "points": %s, "met": [0], "comment": "Well put."}]}
                """
                .formatted(STEM, item.who(), item.question(), item.digest(), points);
    }
}
