package practicum.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import practicum.site.CourseSite;
import practicum.site.Edition;
import practicum.source.Project;

/** The course's own site, as {@code ./practicum site} makes it. */
class SiteTest {
    private static final Project PROJECT = Project.find();

    @ParameterizedTest
    @EnumSource
    void holdsTogetherAndTellsStudentsNoSecret(Edition edition) {
        var site = CourseSite.of(PROJECT, new CourseSite.Order(PROJECT.stems(), List.of(), edition, false));
        assertThat(site.problems()).isEmpty();
        assertThat(site.disclosures()).isEmpty();
        PROJECT.stems().forEach(stem -> assertThat(site.files()).containsKey("practicums/" + stem + ".html"));
    }
}
