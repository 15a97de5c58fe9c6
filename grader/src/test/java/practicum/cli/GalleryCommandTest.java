package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.notebook.Example;

final class GalleryCommandTest {
    @Test
    void eachExampleStandsBelowItsTitle() {
        List<NotebookCell> cells = GalleryCommand.notebook(
                        List.of(new Example("One", "A sentence.", "1"), new Example("Two", "", "2")))
                .cells();
        assertThat(cells.stream().map(NotebookCell::kind))
                .containsExactly(Kind.MARKDOWN, Kind.MARKDOWN, Kind.CODE, Kind.MARKDOWN, Kind.CODE);
        assertThat(cells.get(1).source()).isEqualTo("## One\n\nA sentence.");
        assertThat(cells.get(2).source()).isEqualTo("1");
        assertThat(cells.get(3).source()).startsWith("## Two");
    }
}
