package practicum.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.check.SmallPracticum;

final class CourseSiteTest {
    /** A line of the solution; it is in no text of the practicum. */
    private static final String SOLUTION =
            "return java.util.Arrays.stream(q).map(x -> x / Math.sqrt(plus(20, 4))).toArray();";

    @TempDir
    private Path folder;

    private SmallSite course;

    @BeforeEach
    void build() throws IOException {
        course = SmallSite.in(folder);
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsSomewhereAndNothingIsRunOrFetched(Edition edition) {
        CourseSite site = course.made(edition);
        assertThat(site.problems()).isEmpty();
        assertThat(site.isSound()).isTrue();
        assertThat(site.files().keySet())
                .contains("index.html", "tau.html", "bu.html", "gallery.html", "models/adder.html", SmallSite.PAGE);
        site.files()
                .keySet()
                .forEach(path -> HtmlTags.forEach(SmallSite.text(site, path), (tag, attributes) -> {
                    assertThat(tag).isNotIn("script", "link", "iframe", "object");
                    assertThat(attributes.keySet()).noneMatch(name -> name.startsWith("on"));
                    assertThat(attributes.getOrDefault("src", "data:")).startsWith("data:");
                }));
    }

    @Test
    void thePageOfAPracticumHasItsTextItsSolutionItsChecksAndItsMistakes() {
        String page = PageText.of(SmallSite.text(course.made(Edition.INSTRUCTORS), SmallSite.PAGE));
        assertThat(page)
                .contains("Practicum 03", "Two functions", "Adding is not multiplying.", "2 exercises", "12 points")
                .contains(SOLUTION, "names a pair", "TAU, Week 2")
                .containsOnlyOnce("Hidden check scores.other")
                .containsOnlyOnce("Mistake You multiply.")
                .containsOnlyOnce("You multiply.");
    }

    @Test
    void aPlannedPracticumHasNoLinkAndSaysSo() {
        CourseSite site = course.made(Edition.STUDENTS);
        String week = SmallSite.text(site, "bu.html");
        assertThat(PageText.of(week)).contains("04 Three functions planned");
        assertThat(SmallSite.text(site, "tau.html")).contains("href=\"" + SmallSite.PAGE + "\"");
        assertThat(week).doesNotContain("href=\"practicums/");
    }

    @Test
    void aPaperWithAnIdentifierOnArxivIsLinked() {
        assertThat(SmallSite.text(course.made(Edition.STUDENTS), "tau.html"))
                .contains(
                        "<li>On sums &amp; more (<a href=\"https://arxiv.org/abs/2310.02207\">arXiv:2310.02207</a>)</li>");
    }

    @Test
    void aWrittenPracticumThatIsNotAskedForIsNotThereAndIsNotCalledPlanned() throws IOException {
        course.build("04_more", SmallPracticum.SOURCE.replace("number: 3", "number: 4"));
        CourseSite site =
                course.made(new CourseSite.Order(List.of("04_more"), List.of("tau"), Edition.STUDENTS, false));
        assertThat(site.problems()).isEmpty();
        assertThat(site.files().keySet()).contains("practicums/04_more.html").doesNotContain(SmallSite.PAGE, "bu.html");
        assertThat(PageText.of(SmallSite.text(site, "tau.html"))).contains("03 Two functions not in this edition");
        assertThat(course.made(Edition.STUDENTS).files().keySet()).contains("practicums/04_more.html", SmallSite.PAGE);
        assertThat(SmallSite.text(course.made(Edition.STUDENTS), SmallSite.PAGE))
                .contains("<a rel=\"next\" href=\"04_more.html\">");
    }

    @Test
    void studentsGetNoSolutionNoHiddenCheckNoMistakeNoRubricNoGuideForTeachersAndNoValueThatIsExpected() {
        String[] secrets = {
            SOLUTION,
            "return a + b;",
            "plus.negative",
            "plus_negative",
            "scores.other",
            "-987654",
            "a * b",
            "names a pair",
            "-987656",
            "-0.6123724356957946",
            "For instructors"
        };
        assertThat(SmallSite.all(course.made(Edition.INSTRUCTORS).files()))
                .as("or the test would prove nothing")
                .contains(SOLUTION, "return a + b;", "plus.negative", "-987654", "a * b", "names a pair")
                .contains("For instructors");
        String students = SmallSite.all(course.made(Edition.STUDENTS).files());
        assertThat(students).contains("int plus(int a, int b)", "answer(\"plus.small\", plus(start, 2));");
        assertThat(students).doesNotContain(secrets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```java\n    " + SOLUTION + "\n```",
                "    int plus(int a, int b) { return a * b; }",
                "`scores.other`",
                "the value is -0.6123724356957946",
                "[a](student.md \"answer(&quot;plus.negative&quot;, plus(-987654, -2));\")",
                "retu*rn java.util.Arrays.stream(q).map(x -> x / Ma*th.sqrt(plus(20, 4))).toArray();"
            })
    void whatStudentsMustNotHaveStopsTheirSiteWhereverItStands(String text) throws IOException {
        course.put("docs/student.md", "# For students\n\n" + text + "\n\n## Two\n");
        CourseSite site = course.made(Edition.STUDENTS);
        assertThat(site.disclosures()).isNotEmpty().allMatch(sentence -> sentence.startsWith("guides/student.html"));
        assertThatThrownBy(() -> site.write(folder.resolve("out"))).isInstanceOf(SiteException.class);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(course.made(Edition.INSTRUCTORS).isSound()).isTrue();
    }

    @Test
    void aNotebookOfStudentsThatHoldsASolutionIsNotShown() throws IOException {
        Path notebook = folder.resolve("notebooks/" + SmallSite.STEM + ".ipynb");
        Files.writeString(notebook, Files.readString(notebook).replace("Two functions", "return a + b;"));
        assertThatThrownBy(() -> course.made(Edition.STUDENTS))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("notebooks/03_two_functions.ipynb is not what its source makes now")
                .hasMessageContaining("./practicum build 03_two_functions");
    }

    @Test
    void aSolutionThatHasNotRunIsNamedWithTheCommandThatRunsIt() throws IOException {
        Path solution = folder.resolve("solutions/" + SmallSite.STEM + ".ipynb");
        Files.writeString(
                solution,
                Files.readString(solution).replaceAll("\"execution_count\": \\d+", "\"execution_count\": null"));
        assertThatThrownBy(() -> course.made(Edition.INSTRUCTORS))
                .hasMessageContaining("has not been executed")
                .hasMessageContaining("./practicum build");
        Files.delete(solution);
        assertThatThrownBy(() -> course.made(Edition.STUDENTS)).hasMessageContaining("is missing");
    }

    @Test
    void whatLeadsNowhereIsListed() throws IOException {
        course.put(
                "docs/instructor.md", "# A\n\n[x](none.md) [y](student.md#three) ![z](none.png) [s](javascript:x)\n");
        course.put("docs/lonely.md", "# Lonely\n");
        assertThat(course.made(Edition.INSTRUCTORS).problems())
                .containsExactlyInAnyOrder(
                        "guides/instructor.html: the link none.md leads nowhere.",
                        "guides/instructor.html: the link student.html#three leads to no id of guides/student.html.",
                        "guides/instructor.html: what is shown from none.png is not there.",
                        "guides/instructor.html: the link javascript:x leads nowhere.");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenedIsClosedInOrder(Edition edition) {
        CourseSite site = course.made(edition);
        Pattern tag =
                Pattern.compile("<(/?)(section|div|main|nav|ul|ol|li|dl|details|table|header|footer|pre|h[1-6])\\b");
        for (String path : site.files().keySet()) {
            Deque<String> open = new ArrayDeque<>();
            tag.matcher(SmallSite.text(site, path)).results().forEach(found -> {
                if (found.group(1).isEmpty()) {
                    open.push(found.group(2));
                } else {
                    assertThat(open.poll()).as(path).isEqualTo(found.group(2));
                }
            });
            assertThat(open).as(path).isEmpty();
        }
    }

    @Test
    void theSameCourseMakesTheSameBytes() {
        CourseSite one = course.made(Edition.INSTRUCTORS);
        CourseSite two = course.made(Edition.INSTRUCTORS);
        assertThat(two.files().keySet()).isEqualTo(one.files().keySet());
        one.files()
                .forEach((path, bytes) ->
                        assertThat(two.files().get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void theStudentsSiteTakesTheSolutionsOfAnEarlierOneAwayAndLeavesWhatIsNotItsOwn() throws IOException {
        Path out = folder.resolve("out");
        course.made(Edition.INSTRUCTORS).write(out);
        assertThat(out.resolve("guides/instructor.html")).exists();
        Path own = Files.writeString(out.resolve("CNAME"), "practicum.example");
        course.made(Edition.STUDENTS).write(out);
        assertThat(out.resolve("guides/instructor.html")).doesNotExist();
        assertThat(out.resolve("guides/decisions")).doesNotExist();
        assertThat(out.resolve(SmallSite.PAGE)).content().doesNotContain("names a pair");
        assertThat(own).hasContent("practicum.example");
    }

    @Test
    void aFolderThatMayHoldSomebodysWorkIsNotTouched() throws IOException {
        CourseSite site = course.made(Edition.STUDENTS);
        assertThatThrownBy(() -> site.write(folder.resolve("docs")))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("may hold somebody's work");
        Path out = folder.resolve("out");
        site.write(out);
        Files.writeString(out.resolve("site-files.txt"), "../docs/student.md\n");
        assertThatThrownBy(() -> site.write(out)).hasMessageContaining("which is no file of a site");
        assertThat(folder.resolve("docs/student.md")).exists();
    }

    @Test
    void anUnknownSyllabusIsNamedWithTheOnesThatThereAre() {
        var order = new CourseSite.Order(List.of(), List.of("mit"), Edition.STUDENTS, false);
        assertThatThrownBy(() -> course.made(order))
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("no syllabus \"mit\"")
                .hasMessageContaining("tau, bu");
    }
}
