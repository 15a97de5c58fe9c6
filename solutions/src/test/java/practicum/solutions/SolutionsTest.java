package practicum.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.build.Sessions;
import practicum.source.Project;
import practicum.verify.Verification;
import practicum.verify.Verifier;

/** Every practicum of the course can be released: what {@code ./practicum verify} proves. */
class SolutionsTest {
    private static final Project PROJECT = Project.find();

    static List<String> stems() {
        return PROJECT.stems();
    }

    @ParameterizedTest
    @MethodSource("stems")
    void canBeReleased(String stem) {
        Verification verification = new Verifier(PROJECT, () -> Sessions.forAuthors(PROJECT)).verify(stem);
        assertThat(verification.isProven()).as(verification.toString()).isTrue();
    }
}
