package practicum.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practicum.source.Project;

final class SyllabiReaderTest {
    private static final String GOOD =
            """
            practicums: {1: One}
            syllabi:
              tau:
                name: TAU
                about: Weekly.
                sessions: [{when: Week 1, topic: Ones, practicums: [1]}]
            """;

    @Test
    void theCoursesOwnFileHasEveryPracticumAndEveryWeek() {
        Syllabi syllabi = SyllabiReader.read(Project.find().root());
        assertThat(syllabi.titles().keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 27).boxed().toList());
        assertThat(syllabi.all()).extracting(Syllabus::key).containsExactly("tau", "bu", "dfki");
        assertThat(syllabi.all().get(0).sessions())
                .extracting(Syllabus.Session::when)
                .contains("Week 1", "Week 13");
        var used = syllabi.titles().keySet().stream()
                .filter(number -> !syllabi.of(number).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).as("all but the one that no course has").hasSize(26).doesNotContain(26);
    }

    @Test
    void aFileThatSaysLittleIsEnough() {
        Syllabi syllabi = SyllabiReader.parse(GOOD);
        assertThat(syllabi.of(1))
                .singleElement()
                .satisfies(place -> assertThat(place.get().papers()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
            Week 1          @ [Week 1]  @ tau, session 1, when: a text is expected
            practicums: [1] @ practicums: [2] @ there is no practicum 2
            practicums: [1] @ practicums: 1 @ a list is expected
            topic:          @ topics:   @ "topics" is unknown
            Ones            @ 12        @ a text with a colon stands in quotes
            1: One          @ one: One  @ "one" is no number of a practicum
            tau             @ TAU       @ cannot be a page's name
            tau             @ index     @ cannot be a page's name
            syllabi:        @ syllabi   @ is no YAML
            """)
    void whatItDoesNotUnderstandIsAnErrorThatSaysWhere(String good, String bad, String message) {
        String file = GOOD.replace(good, bad);
        assertThat(file).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> SyllabiReader.parse(file))
                .isInstanceOf(SiteException.class)
                .hasMessageStartingWith("docs/syllabi.yaml")
                .hasMessageContaining(message);
    }
}
