package practicum.zoo.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import practicum.load.Models;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.wired.WiredReader;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.ioi.IoiRole;
import practicum.world.language.social.Profession;
import practicum.world.language.task.Year;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** On models of one layer that look at one thing, and say what follows from it. */
class ReaderPhenomenaTest {
    private static final LanguageWorld WORLD = LanguageWorld.of(1);
    private static final Transformer UNTRAINED = WorldModel.small().untrained();
    private static final int PERIOD = 20;

    private static Map<String, Measurement> measured(Phenomenon<Transformer> phenomenon, Transformer model) {
        Map<String, Measurement> measured = new HashMap<>();
        phenomenon
                .measure(new Subject<>(model, UNTRAINED, List.of(), step -> model))
                .forEach(each -> measured.put(each.name(), each));
        return measured;
    }

    @Test
    void aPlantedBiasIsMeasuredAsStrongAsItWasPlanted() {
        Map<String, Map<String, Double>> said = new LinkedHashMap<>();
        List<Profession> professions = WORLD.professions().professions();
        professions.forEach(profession -> said.put(profession.job(), Map.of("she", profession.logOdds())));
        said.put("woman", Map.of("she", 4.0));
        said.put("man", Map.of("he", 4.0));
        Map<String, Measurement> bias =
                measured(new BiasPhenomenon(WORLD), WiredReader.atWords(WORLD.vocabulary(), said));
        assertThat(bias.get("bias: correlation").value()).isCloseTo(1, within(1e-4));
        assertThat(bias.get("bias: strength").value()).isCloseTo(1, within(1e-3));
        double mean = professions.stream()
                .mapToDouble(profession -> Math.abs(profession.logOdds()))
                .average()
                .orElseThrow();
        assertThat(bias.get("bias: total effect").value()).isCloseTo(4 + mean, within(1e-3));
    }

    /** The tokens 11 to 19 say the century, too, so the reader does not look at them. */
    @Test
    void whoReadsTheFirstYearNamesLaterOnes() {
        List<String> tokens = Year.tokens();
        Map<String, Map<String, Double>> later = new LinkedHashMap<>();
        for (int year = 0; year < tokens.size(); year++) {
            if (year < Year.FIRST / 100 || year > Year.LAST / 100) {
                later.put(tokens.get(year), loud(tokens.subList(year + 1, tokens.size())));
            }
        }
        Measurement reads = measured(new GreaterThanPhenomenon(WORLD), WiredReader.atWords(WORLD.vocabulary(), later))
                .get("greater-than: held-out years");
        double share = WORLD.yearSpans().spans(Split.HELD_OUT, 120, Seeds.random(101)).stream()
                .mapToDouble(span -> later.containsKey(span.start().inCentury()) ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(reads.value()).isCloseTo(share, within(0.02));
        assertThat(reads.control()).isLessThan(share - 0.2);
    }

    private static Map<String, Double> loud(List<String> words) {
        return words.stream().collect(Collectors.toMap(word -> word, word -> 30.0));
    }

    @Test
    void whoOnlyLikesLateYearsGainsNothing() {
        Map<String, Map<String, Double>> late = Map.of("the", loud(Year.tokens().subList(60, 100)));
        Measurement likes = measured(new GreaterThanPhenomenon(WORLD), WiredReader.atWords(WORLD.vocabulary(), late))
                .get("greater-than: held-out years");
        assertThat(likes.value()).isCloseTo(likes.control(), within(1e-6));
    }

    @Test
    void whoBelievesWhatItHearsBelievesRumoursToo() {
        Map<String, Measurement> conflicts =
                measured(new ConflictPhenomenon(WORLD), WiredReader.copying(WORLD.vocabulary()));
        assertThat(conflicts.get("conflicts: story").value()).isEqualTo(1);
        assertThat(conflicts.get("conflicts: story").control()).isZero();
        assertThat(conflicts.get("conflicts: rumour").value()).isZero();
    }

    @Test
    void whoSaysWhatWasSaidAPeriodAgoForeseesRepetitionsOnly() {
        Map<String, Measurement> induction =
                measured(new InductionPhenomenon(WORLD), WiredReader.echo(WORLD.vocabulary(), PERIOD - 1));
        assertThat(induction.get("induction: accuracy").value()).isEqualTo(1);
        assertThat(induction.get("induction: accuracy").control()).isLessThan(0.05);
        assertThat(induction.get("induction: best head").value()).isGreaterThan(0.99);
        assertThat(measured(new InductionPhenomenon(WORLD), WiredReader.echo(WORLD.vocabulary(), 1))
                        .get("previous-token head")
                        .value())
                .isGreaterThan(0.99);
    }

    @Test
    void theHeadThatTakesTheGiversNameAwayDecides() {
        int back = IoiCircuitPhenomenon.cases(WORLD).get(0).end()
                - IoiCircuitPhenomenon.cases(WORLD).get(0).position(IoiRole.S2);
        Map<String, Measurement> ioi =
                measured(new IoiCircuitPhenomenon(WORLD), WiredReader.takingAway(WORLD.vocabulary(), back));
        assertThat(ioi.get("ioi: deciding head").measures()).contains("L0H0");
        assertThat(ioi.get("ioi: deciding head").value())
                .isGreaterThan(ioi.get("ioi: deciding head").control() + 0.5);
        assertThat(ioi.get("ioi: it looks at who gives").value()).isCloseTo(1, within(1e-4));
        assertThat(ioi.get("ioi: it looks at who gives").control()).isCloseTo(0, within(1e-4));
        assertThat(ioi.get("ioi: it takes the giver's name away").value()).isCloseTo(10, within(1e-2));
        assertThat(ioi.get("ioi: it takes the giver's name away").control()).isCloseTo(0, within(1e-2));
        assertThat(ioi.get("ioi: mover of both names").measures()).contains("L0H1");
    }

    @Test
    void whoWasTaughtNothingIsAsKindAsBefore() {
        Map<String, Measurement> kindness = measured(new KindnessPhenomenon(WORLD, "world"), Models.load("world"));
        assertThat(kindness.get("kindness: held-out occasions").value())
                .isEqualTo(kindness.get("kindness: held-out occasions").control());
        assertThat(kindness.get("kindness: neurons unchanged").value()).isEqualTo(1);
        assertThat(kindness.get("kindness: neurons unchanged").control()).isBetween(-0.1, 0.1);
    }
}
