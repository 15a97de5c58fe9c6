package practicum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.check.CheckResult;
import practicum.check.CheckResult.Outcome;
import practicum.check.ExerciseResult;
import practicum.check.Result;
import practicum.check.Status;

final class StatisticsTest {
    private static Graded graded(String student, double easy, double hard, long seconds) {
        var checks = List.of(check("e.easy", easy, 4), check("e.hard", hard, 6));
        var exercise = new ExerciseResult("e", 10, "", checks);
        var result = new Result(
                "03_x", Status.OK, "", 10, List.of(exercise), List.of(), List.of(), Duration.ofSeconds(seconds));
        return Graded.of(student, false, result);
    }

    private static CheckResult check(String id, double earned, double points) {
        var outcome = earned == points ? Outcome.PASSED : Outcome.FAILED;
        return new CheckResult(id, "e", id.endsWith("hard"), points, earned, outcome, "", "", "", "");
    }

    /** Worked out by hand: totals 10, 4, 4, 0. */
    @Test
    void aClassOfFourIsAsByHand() {
        var statistics = new Statistics(10);
        statistics.add(graded("a", 4, 6, 1));
        statistics.add(graded("b", 4, 0, 2));
        statistics.add(graded("c", 4, 0, 3));
        statistics.add(graded("d", 0, 0, 10));
        assertThat(statistics.mean()).isEqualTo(4.5);
        assertThat(statistics.median()).isEqualTo(4);
        // Squares of 5.5, 0.5, 0.5, 4.5 sum to 51.
        assertThat(statistics.deviation()).isCloseTo(Math.sqrt(51.0 / 4), within(1e-12));
        assertThat(statistics.histogram()).containsExactly(1, 0, 0, 0, 2, 0, 0, 0, 0, 1);
        assertThat(statistics.seconds(0.5)).isEqualTo(2.5);
        var easy = statistics.questions().get("e.easy");
        assertThat(easy.facility()).isEqualTo(0.75);
        // (1,1,1,0) with (6,0,0,0): covariance 6/16·… by hand 1.5, over sqrt(0.75 · 27).
        assertThat(easy.discrimination()).isCloseTo(1.5 / Math.sqrt(0.75 * 27), within(1e-12));
        assertThat(statistics.questions().get("e.hard").isHidden()).isTrue();
    }

    @Test
    void whereAllEarnAlikeNothingDiscriminates() {
        var statistics = new Statistics(10);
        statistics.add(graded("a", 4, 6, 1));
        statistics.add(graded("b", 4, 6, 1));
        assertThat(statistics.questions().get("e.easy").discrimination()).isNaN();
        assertThat(ClassPage.of("X", statistics, new Clusters(), List.of())).contains("–", "No two students");
        assertThat(ClassPage.of("X", new Statistics(10), new Clusters(), List.of()))
                .contains("<dd>0</dd>");
    }

    @Test
    void pagesEscapeWhatStudentsWroteAndKeepTheSpacesAroundIt() {
        assertThat(new Html()
                        .element("b", "5")
                        .text(" of <12> points ")
                        .element("i", "\u202Ex", "title", "\"'&")
                        .toString())
                .isEqualTo("<b>5</b> of &lt;12&gt; points <i title=\"&quot;&#39;&amp;\">x</i>");
        var clusters = new Clusters();
        clusters.add("e.easy", "d", "<script>", "no", "<img src=x>");
        clusters.add("e.easy", "d", "<script>", "no", "eve");
        assertThat(ClassPage.of("<X>", new Statistics(1), clusters, List.of()))
                .doesNotContain("<script", "<img", "<X>")
                .contains("default-src 'none'");
    }
}
