package practicum.nbformat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.nbformat.NotebookCell.Kind;

/** The cases are those of nbgrader's own tests of its format; the digests and numbers are Python's. */
final class NbgraderMetadataTest {
    @ParameterizedTest
    @CsvSource({
        "1e16, 1e+16",
        "1.5e-5, 1.5e-05",
        "123456789012345680, 1.2345678901234568e+17",
        "0.1, 0.1",
        "0.3333333333333333, 0.3333333333333333",
        "2, 2.0",
        "100, 100.0",
        "1e22, 1e+22",
        "1e23, 1e+23",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "9007199254740993, 9007199254740992.0",
        "2e-44, 2e-44",
        "-2.5, -2.5",
        "0, 0.0",
        "-0.0, -0.0",
        "NaN, nan",
        "-Infinity, -inf"
    })
    void numbersAreSpeltAsPythonSpellsThem(double value, String python) {
        assertThat(PythonFloat.repr(value)).isEqualTo(python);
    }

    @Test
    void checksumsAreThoseOfPython() {
        assertThat(new NbgraderMetadata("test_f", true, false, true, 1e-5).checksumOf(code("assert f(1) == 2")))
                .isEqualTo("acde2367054247e4c21f1907f1fa3baa");
        assertThat(new NbgraderMetadata("f", false, true, false, 0)
                        .checksumOf(code("# YOUR CODE HERE\nraise NotImplementedError()")))
                .isEqualTo("e697d20a0c4e1e5fda906a06d5e64ad6");
        assertThat(new NbgraderMetadata("why", true, true, false, 3)
                        .checksumOf(NotebookCell.of("x", Kind.MARKDOWN, "Say why — 5 €", new JsonObject())))
                .isEqualTo("328266853fab121838cbfbb767bda04d");
        assertThat(new NbgraderMetadata("ro", false, false, true, 0).checksumOf(code("x")))
                .isEqualTo("50bb372bee025583b1e82a1d8a17d846");
    }

    @Test
    void nbgraderLocksWhatOnlyChecksAndNeverWhatIsWrittenWhateverTheMetadataSays() {
        var graded = new NbgraderMetadata("test_f", true, false, false, 1e-5);
        assertThat(graded.checksumOf(code("assert f(1) == 2"))).isEqualTo("acde2367054247e4c21f1907f1fa3baa");
        var written = new NbgraderMetadata("f", false, true, true, 0);
        assertThat(written.checksumOf(code("# YOUR CODE HERE\nraise NotImplementedError()")))
                .isEqualTo("e697d20a0c4e1e5fda906a06d5e64ad6");
    }

    @Test
    void whatIsReleasedIsReadBackAndAnEditShows() {
        var check = new NbgraderMetadata("a_b", true, false, true, 2.5);
        var released = check.release(code("answer(1);"));
        var read = NbgraderMetadata.of(released).orElseThrow();
        assertThat(read.gradeId()).isEqualTo("a_b");
        assertThat(read.points()).isEqualTo(2.5);
        assertThat(read.cellType()).isEqualTo("code");
        assertThat(read.isUnchanged(released)).isTrue();
        assertThat(read.isUnchanged(released.withSource("answer(2);"))).isFalse();
        assertThat(read.release(released)).isEqualTo(released);
        assertThat(released.metadata().getAsJsonObject("nbgrader").keySet())
                .containsExactly(
                        "cell_type",
                        "checksum",
                        "grade",
                        "grade_id",
                        "locked",
                        "points",
                        "schema_version",
                        "solution",
                        "task");
    }

    @Test
    void theOldestSchemaHasPointsAsTextAndNoTypes() {
        var old = read("{\"grade_id\": \"t\", \"grade\": true, \"points\": \"3\", \"checksum\": \"abc\"}");
        assertThat(old).isEqualTo(new NbgraderMetadata("t", true, false, false, false, 3, "code", "abc"));
        assertThat(read("{\"grade_id\": \"t\", \"grade\": true, \"points\": \"\"}")
                        .points())
                .isZero();
        assertThat(read("{\"grade_id\": \"t\", \"grade\": true}").points()).isZero();
        assertThat(read("{\"grade_id\": \"t\", \"grade\": true, \"points\": -1}")
                        .points())
                .isZero();
        assertThat(read("{\"schema_version\": 1, \"grade_id\": \"s\", \"solution\": true, \"points\": 7}")
                        .points())
                .as("only what is graded is worth points")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everySchemaThatNamesARoleIsRead(int schema) {
        var read = read(
                "{\"schema_version\": %d, \"grade_id\": \"s\", \"grade\": false, \"locked\": false, \"solution\": true}"
                        .formatted(schema));
        assertThat(read).isEqualTo(new NbgraderMetadata("s", false, true, false, false, 0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"grade_id\": \"x\", \"grade\": false, \"solution\": false, \"locked\": false}",
                "{\"grade\": true, \"points\": 1}",
                "{\"grade_id\": \"\", \"grade\": true, \"points\": 1}",
                "{\"grade_id\": 7, \"grade\": true}",
                "{\"grade_id\": \"x\", \"grade\": \"true\"}",
            })
    void whatGivesACellNoRoleIsNone(String json) {
        assertThat(NbgraderMetadata.of(cell(json))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "\"NaN\"", "\"1e9999\"", "true", "[]", "null", "\"seven\""})
    void pointsThatAreNoNumberAreNone(String points) {
        assertThat(read("{\"grade_id\": \"x\", \"grade\": true, \"points\": " + points + "}")
                        .points())
                .isZero();
    }

    private static NbgraderMetadata read(String json) {
        return NbgraderMetadata.of(cell(json)).orElseThrow();
    }

    private static NotebookCell cell(String json) {
        JsonObject metadata = new JsonObject();
        metadata.add("nbgrader", JsonParser.parseString(json));
        return NotebookCell.of("x", Kind.CODE, "x", metadata);
    }

    private static NotebookCell code(String source) {
        return NotebookCell.of("x", Kind.CODE, source, new JsonObject());
    }
}
