package practicum.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatePolicyTest {
    private static final Instant DUE = Instant.parse("2026-11-20T12:00:00Z");

    /** One point a day, none after five, a quarter of an hour of grace. */
    private static final LatePolicy POINTS =
            new LatePolicy(DUE.toEpochMilli(), 15, 1, false, 5, LatePolicy.Counts.LAST);

    @ParameterizedTest
    @CsvSource({
        "-3600, 0, 0, false",
        "0, 0, 0, false",
        "900, 0, 0, false",
        "901, 1, 1, false",
        "86400, 1, 1, false",
        "86401, 2, 2, false",
        "432000, 5, 5, false",
        "432001, 6, 12, true",
        "99999999, 1158, 12, true"
    })
    void daysAreCountedFromTheDueTimeAndCostWhatTheySay(long seconds, int days, double cost, boolean tooLate) {
        assertThat(POINTS.of(DUE.plusSeconds(seconds), Optional.empty(), false, 12))
                .isEqualTo(new Timeliness(days, cost, tooLate));
    }

    @Test
    void percentAreOfTheWholeAndNeverMoreThanIt() {
        var percent = new LatePolicy(DUE.toEpochMilli(), 0, 40, true, null, LatePolicy.Counts.LAST);
        assertThat(percent.of(DUE.plusSeconds(1), Optional.empty(), false, 20).penalty())
                .isEqualTo(8);
        assertThat(percent.of(DUE.plusSeconds(86_401), Optional.empty(), false, 20)
                        .penalty())
                .isEqualTo(16);
        assertThat(percent.of(DUE.plusSeconds(200_000), Optional.empty(), false, 20)
                        .penalty())
                .isEqualTo(20);
    }

    @Test
    void anExtensionMovesTheDueTimeAndNeverBackwards() {
        var later = DUE.plusSeconds(100_000);
        assertThat(POINTS.of(later, Optional.of(later), false, 12)).isEqualTo(Timeliness.PUNCTUAL);
        assertThat(POINTS.of(later.plusSeconds(86_401), Optional.of(later), false, 12)
                        .days())
                .isEqualTo(2);
        assertThat(POINTS.of(DUE, Optional.of(DUE.minusSeconds(100_000)), false, 12))
                .isEqualTo(Timeliness.PUNCTUAL);
    }

    @Test
    void whoIsSaidToBeLateIsLateByADay() {
        assertThat(POINTS.of(DUE.minusSeconds(5), Optional.empty(), true, 12).days())
                .isEqualTo(1);
        assertThat(LatePolicy.none().of(DUE, Optional.empty(), true, 12)).isEqualTo(new Timeliness(1, 0, false));
        assertThat(LatePolicy.none().of(DUE, Optional.empty(), false, 12)).isEqualTo(Timeliness.PUNCTUAL);
    }

    @Test
    void whoHandsInWithinAnExtensionIsNotLateWhateverThePlatformSaid() {
        var until = Optional.of(DUE.plusSeconds(100_000));
        assertThat(POINTS.of(DUE.plusSeconds(90_000), until, true, 12)).isEqualTo(Timeliness.PUNCTUAL);
        assertThat(POINTS.of(DUE.plusSeconds(100_001), until, true, 12).days()).isEqualTo(1);
    }

    @Test
    void aTimeIsShownWithTheZoneInWhichItIsRead() {
        String shown = LatePolicy.shown(DUE);
        assertThat(shown).matches("2026-11-2\\d \\d\\d:\\d\\d [+-]\\d\\d:\\d\\d \\(.+\\)");
        var read = java.time.OffsetDateTime.parse(
                shown.replaceFirst(" (\\d)", "T$1").replaceFirst(" \\(.*", "").replace(" ", ""));
        assertThat(read.toInstant()).isEqualTo(DUE);
    }

    @Test
    void aPolicyIsReadAsItIsWrittenAndHasNoNegativeNumbers() {
        assertThat(LatePolicy.fromJson(POINTS.toJson())).isEqualTo(POINTS);
        assertThat(LatePolicy.fromJson("")).isEqualTo(LatePolicy.none());
        assertThat(POINTS)
                .hasToString("due " + LatePolicy.shown(DUE) + ", 15 minutes of grace, then 1 point a day is lost,"
                        + " all after 5 days; the last attempt counts");
        assertThatThrownBy(() -> new LatePolicy(null, 0, Double.NaN, false, null, LatePolicy.Counts.LAST))
                .isInstanceOf(GradebookException.class);
    }
}
