package practicum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practicum.check.Result;
import practicum.check.Status;

class GradesCsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ada | ada",
                "O'Neil, Zoë 🙂 | `\"O'Neil, Zoë 🙂\"`",
                "=1+1 | '=1+1",
                "@SUM(A1) | '@SUM(A1)",
                "+49 | '+49",
                "-2 | -2",
                "-2+3 | '-2+3",
                "\u00A0=1+1 | '\u00A0=1+1",
                "a;b | `\"a;b\"`",
                "a\"b | `\"a\"\"b\"`"
            })
    void namesAreQuotedAndNeverFormulas(String name, String cell) {
        var result = new Result("03_x", Status.OK, "", 3, List.of(), List.of(), List.of(), Duration.ofMillis(1499));
        assertThat(GradesCsv.of(List.of(Graded.of(name, false, result))))
                .isEqualTo(GradesCsv.header() + cell + ",03_x,0,3,OK,no,,1,0,0,0,yes,0," + cell + "\r\n");
    }
}
