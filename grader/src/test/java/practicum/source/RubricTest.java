package practicum.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RubricTest {
    @Test
    void sentencesAreWorthThePointsThatTheyName() {
        List<String> rubric = List.of("1 point. A claim.", "a control of 3 points of the curve (2.5 points)");
        assertThat(Rubric.worth(rubric, 3.5)).containsExactly(1.0, 2.5);
        assertThat(Rubric.problem(rubric, 3.5)).isEmpty();
        assertThat(Rubric.problem(rubric, 4)).get().asString().contains("name 3.5 points", "is worth 4.0");
    }

    @Test
    void whereNoneNamesAnyTheyShareThem() {
        List<String> rubric = List.of("names a pair", "says why 2 points lie on a line", "ends");
        assertThat(Rubric.worth(rubric, 3)).containsExactly(1.0, 1.0, 1.0);
        assertThat(Rubric.problem(rubric, 3)).isEmpty();
    }

    @Test
    void pointsThatSomeSentencesNameAreAProblem() {
        assertThat(Rubric.problem(List.of("1 point. A claim.", "A control."), 2))
                .get()
                .asString()
                .contains("others do not");
    }
}
