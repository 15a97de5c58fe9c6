package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practicum.check.Grading;
import practicum.check.PretendKernel;

final class ParallelTest {
    private static final long GIB = 1L << 30;

    @ParameterizedTest
    @CsvSource({"8, 32, 8", "8, 10, 4", "1, 100, 1", "8, 1, 1", "8, 0, 1"})
    void asManyRunAtATimeAsProcessorsAndMemoryAllowAndAlwaysOne(int processors, long gib, int jobs) {
        assertThat(Parallel.jobs(processors, gib * GIB, 5 * GIB / 2)).isEqualTo(jobs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada|ada",
                "Zoë 🙂, \"x\"|Zoë 🙂, \"x\"",
                "../../etc|_etc-",
                "a/b|a_b-",
                ".hidden|_hidden-",
                "a\\b|a_b-"
            })
    void aStudentsFilesStayInTheirFolderWhateverTheIdIs(String id, String name) {
        assertThat(FileName.of(id)).startsWith(name).doesNotContain("/", "\\").doesNotStartWith(".");
    }

    @Test
    void idsThatWouldHaveTheSameNameHaveDifferentOnes() {
        assertThat(FileName.of("a/b")).isNotEqualTo(FileName.of("a\\b"));
        assertThat(FileName.of("x".repeat(500))).hasSizeLessThan(60);
    }

    @Test
    void theOverheadsTableHasARowForEveryPart() {
        var practicum = SmallClass.PRACTICUM;
        var overhead = Overhead.of(
                practicum,
                (student, each) -> Grading.of(practicum, PretendKernel.key(), each),
                () -> new PretendKernel(1),
                3);
        assertThat(overhead.table().lines()).hasSize(7).noneMatch(line -> line.contains("NaN") || line.contains("-"));
        assertThat(overhead.median()).isPositive();
    }
}
