package practicum.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.nbformat.NotebookCell;

class SolutionNotebookTest {
    @Test
    void saysAboveEachCellThatStudentsNeverSeeWhatItIs() {
        List<NotebookCell> cells =
                SolutionNotebook.of(Samples.parse(Samples.SOURCE)).cells();
        List<String> above = new ArrayList<>();
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i).kind() == NotebookCell.Kind.RAW
                    || cells.get(i).id().equals("plus_negative")) {
                assertThat(cells.get(i - 1).id()).isEqualTo(cells.get(i).id() + "_label");
                above.add(cells.get(i - 1).source());
            }
        }
        assertThat(above)
                .containsExactly(
                        "**Hidden check** `plus.negative` · 0.8 points",
                        "**Mistake** · You multiply.",
                        "**Also right** · The sum the other way round.");
        assertThat(cells).filteredOn(cell -> cell.id().endsWith("_label")).hasSize(3);
    }

    @Test
    void saysItInTheSourcesOwnCharacters() {
        String source = Samples.SOURCE.replace("You multiply.", "'Not a_1 * b_1 but [a] < `b` \\ 2.'");
        assertThat(SolutionNotebook.of(Samples.parse(source)).cells())
                .extracting(NotebookCell::source)
                .contains("**Mistake** · Not a\\_1 \\* b\\_1 but \\[a] \\< \\`b\\` \\\\ 2.");
    }

    @Test
    void studentsGetNoneOfIt() {
        assertThat(StudentNotebook.of(Samples.parse(Samples.SOURCE)).cells())
                .noneMatch(cell -> cell.id().endsWith("_label"));
    }
}
