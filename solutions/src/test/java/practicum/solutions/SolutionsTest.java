package practicum.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.build.Sessions;
import practicum.grade.Parallel;
import practicum.runner.Limits;
import practicum.source.Project;
import practicum.verify.Verification;
import practicum.verify.Verifier;

/** Every practicum of the course can be released: what {@code ./practicum verify} proves. */
class SolutionsTest {
    private static final Project PROJECT = Project.find();
    private static final Map<String, Verification> VERIFIED = new HashMap<>();

    static List<String> stems() {
        return PROJECT.stems();
    }

    /** In tests PyTorch has one thread, so that a practicum takes one processor and not two. */
    @BeforeAll
    static void verifySeveralAtATime() {
        new Verifier(PROJECT, () -> Sessions.forAuthors(PROJECT))
                .verify(
                        stems(),
                        2 * Parallel.jobs(Limits.standard()),
                        verification -> VERIFIED.put(verification.stem(), verification));
    }

    @ParameterizedTest
    @MethodSource("stems")
    void canBeReleased(String stem) {
        Verification verification = Objects.requireNonNull(VERIFIED.get(stem));
        assertThat(verification.isProven()).as(verification.toString()).isTrue();
    }
}
