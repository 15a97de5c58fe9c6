package practicum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        var rows = List.of(
                List.of("id", "name"),
                List.of("a", "O'Neil, \"Zoë\" 🙂\r\nof two lines"),
                List.of("", "\u202Eحواء"),
                List.of(" spaced ", "-2.5"));
        var text = new StringBuilder("\uFEFF");
        rows.forEach(row -> text.append(Csv.row(row)));
        assertThat(Csv.read(text.toString())).isEqualTo(rows);
    }

    @Test
    void aTableOfAnotherProgramIsReadAndABrokenOneRefused() {
        assertThat(Csv.read("a,b\n1,\n\n\"x\"\"y\",\"\"\n"))
                .isEqualTo(List.of(List.of("a", "b"), List.of("1", ""), List.of("x\"y", "")));
        assertThatThrownBy(() -> Csv.read("a\n\"b")).hasMessageContaining("line 2 is never closed");
    }
}
