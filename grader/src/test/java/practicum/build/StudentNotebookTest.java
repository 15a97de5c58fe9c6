package practicum.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;

class StudentNotebookTest {
    private final Notebook notebook = StudentNotebook.of(Samples.parse(Samples.SOURCE));

    @Test
    void isWhatTheGoldenFileHolds() throws Exception {
        try (var golden = StudentNotebookTest.class.getResourceAsStream("two_numbers.ipynb")) {
            assertThat(Release.student(Samples.parse(Samples.SOURCE)))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void showsProseDemosStubsAndVisibleChecksInOrder() {
        assertThat(notebook.cells())
                .extracting(NotebookCell::id)
                .satisfies(ids -> assertThat(ids.get(0)).startsWith("prose-"))
                .satisfies(ids -> assertThat(ids.get(5)).startsWith("demo-"))
                .contains("setup", "start", "plus_header", "plus", "plus_small", "plus_shown", "why_prompt", "why")
                .hasSize(10);
        assertThat(cell("setup").source()).isEqualTo("practicum(\"03_two_numbers\");");
        assertThat(cell("plus_header").source())
                .isEqualTo("**Exercise** `plus` · 4 points · about 5 minutes · easy · *Peano (1889)*");
        assertThat(cell("plus").source())
                .startsWith("/** The sum of two numbers. */")
                .contains("throw new NotImplemented(\"plus\");");
    }

    @Test
    void holdsNothingThatOnlyTheInstructorMaySee() {
        assertThat(Release.student(Samples.parse(Samples.SOURCE)))
                .doesNotContain("secretSum", "4321", "wrongProduct", "You multiply", "accident", "sign for a sum");
    }

    @Test
    void sharesThePointsAmongTheVisibleChecksByWeight() {
        assertThat(nbgrader("plus_small").get("points").getAsDouble()).isEqualTo(1);
        assertThat(nbgrader("plus_shown").get("points").getAsDouble()).isEqualTo(3);
        assertThat(nbgrader("why").get("points").getAsDouble()).isEqualTo(2.5);
    }

    /** The roles as nbgrader's documentation names them. */
    @Test
    void tellsNbgraderTheRoleOfEachCell() {
        assertThat(role("plus")).isEqualTo("solution");
        assertThat(role("plus_small")).isEqualTo("grade locked");
        assertThat(role("why")).isEqualTo("grade solution");
        assertThat(role("setup")).isEqualTo("locked");
        assertThat(role("start")).isEqualTo("locked");
        assertThat(cell("plus_small").metadata().get("editable").getAsBoolean()).isFalse();
        assertThat(cell("start").metadata().has("editable")).isFalse();
    }

    @Test
    void givesATitleToASourceWithoutOne() {
        Notebook titled = StudentNotebook.of(Samples.parse(Samples.SOURCE.replace("# Two numbers", "Hello.")));
        assertThat(titled.cells().get(0).source()).isEqualTo("# Two numbers\n\n*Adding is not multiplying.*");
        assertThat(titled.cells().get(1).id()).isEqualTo("setup");
    }

    @Test
    void keepsTheIdsOfOtherCellsWhenOneChanges() {
        String edited = Samples.SOURCE.replace("Some *prose*.", "Other prose.");
        List<String> before = notebook.cells().stream().map(NotebookCell::id).toList();
        List<String> after = StudentNotebook.of(Samples.parse(edited)).cells().stream()
                .map(NotebookCell::id)
                .toList();
        assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
    }

    private NotebookCell cell(String id) {
        return notebook.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject nbgrader(String id) {
        return cell(id).metadata().getAsJsonObject("nbgrader");
    }

    private String role(String id) {
        return List.of("grade", "solution", "locked").stream()
                .filter(flag -> nbgrader(id).get(flag).getAsBoolean())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
