package practicum.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;

class NbgraderTest {
    /** The digests are of Python's {@code hashlib.md5} over the parts that nbgrader's {@code compute_checksum} joins. */
    @Test
    void computesTheChecksumsThatNbgraderDoes() {
        assertThat(checksum(Nbgrader.check(), Kind.CODE, "answer(\"a.b\", 1);", "a_b", 2))
                .isEqualTo("ee45b83e9e5488091ec7b9baabd7bb29");
        assertThat(checksum(Nbgrader.solution(), Kind.CODE, "int ä;", "a", 0))
                .isEqualTo("a7c2d9fcf78f76da23ff6a2696e2b45d");
        assertThat(checksum(Nbgrader.manual(), Kind.MARKDOWN, "?", "why", 2.5))
                .isEqualTo("6df1c4df38bddae91ca3523e236b8324");
    }

    private static String checksum(Nbgrader role, Kind kind, String source, String id, double points) {
        return role.mark(NotebookCell.of(id, kind, source, new JsonObject()), id, points)
                .metadata()
                .getAsJsonObject("nbgrader")
                .get("checksum")
                .getAsString();
    }
}
