package practicum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.build.Release;
import practicum.build.Samples;
import practicum.source.Practicum;

class LeaksTest {
    private final Practicum practicum = Samples.parse(Samples.SOURCE);
    private final Secrets secrets = Secrets.of(practicum);
    private final String student = Release.student(practicum);

    @Test
    void findsNothingInWhatTheBuildMakes() {
        assertThat(Leaks.in(student, "n.ipynb", secrets)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int secretSum = a + b;",
                "   int   secretSum = a + b; // as before",
                "answer(\\\"plus.negative\\\", plus(-1234, -4321));",
                "plus.negative",
                "int plus(int a, int b) { int wrongProduct = a * b; return wrongProduct; }",
                "says that 2 + 2 = 2 * 2 is an accident"
            })
    void findsASecretInSourcesMetadataOutputsAndAttachments(String secret) {
        String source = student.replace("\"Some *prose*.\"", "\"Some *prose*. " + secret + "\"");
        assertThat(source).isNotEqualTo(student);
        assertThat(Leaks.in(source, "n.ipynb", secrets)).isNotEmpty().allSatisfy(leak -> assertThat(leak)
                .startsWith("n.ipynb holds \"")
                .endsWith("at cells[0].source"));
        String metadata =
                student.replace("\"deletable\": false", "\"deletable\": false, \"x\": {\"y\": \"" + secret + "\"}");
        assertThat(Leaks.in(metadata, "n.ipynb", secrets)).isNotEmpty();
        String outputs =
                student.replace("\"outputs\": []", "\"outputs\": [{\"data\": {\"text/plain\": [\"" + secret + "\"]}}]");
        assertThat(Leaks.in(outputs, "n.ipynb", secrets)).isNotEmpty();
        String attachments = student.replace(
                "\"outputs\": []", "\"attachments\": {\"a.txt\": {\"text/plain\": \"" + secret + "\"}}");
        assertThat(Leaks.in(attachments, "n.ipynb", secrets)).isNotEmpty();
    }

    @Test
    void findsASecretThatIsSplitOverLines() {
        String split = student.replace("\"Some *prose*.\"", "\"int secretSum\\n\",\n\" = a + b;\"");
        assertThat(Leaks.in(split, "n.ipynb", secrets)).isNotEmpty();
    }

    @Test
    void doesNotCallASecretWhatTheSourceShows() {
        String shown = Samples.SOURCE.replace("Some *prose*.", "Recall `int secretSum = a + b;`.");
        Practicum open = Samples.parse(shown);
        assertThat(Leaks.in(Release.student(open), "n.ipynb", Secrets.of(open))).isEmpty();
    }
}
