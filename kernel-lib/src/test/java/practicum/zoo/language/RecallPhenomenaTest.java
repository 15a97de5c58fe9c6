package practicum.zoo.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.model.Transformer;
import practicum.wired.WiredMemory;
import practicum.wired.WiredMemory.Memory;
import practicum.world.Prompt;
import practicum.world.language.LanguageWorld;
import practicum.world.language.atlas.Spot;
import practicum.world.language.fact.DescriptionText;
import practicum.world.language.fact.Fact;
import practicum.world.language.fact.FactRelation;
import practicum.zoo.Answering;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** On models in which it is known where facts are looked up, because they were put there. */
class RecallPhenomenaTest {
    private static final LanguageWorld WORLD = LanguageWorld.of(1);
    private static final Transformer AT_NAME = WiredMemory.atTheName(WORLD.vocabulary(), people());
    private static final Transformer AT_END = WiredMemory.atTheEnd(WORLD.vocabulary(), people());

    /** All that is asked of people, the city a little louder. */
    private static List<Memory> people() {
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        for (FactRelation relation : RecallPair.RELATIONS) {
            for (Fact fact : RecallPair.facts(WORLD, relation)) {
                values.computeIfAbsent(fact.subject(), none -> new LinkedHashMap<>())
                        .put(fact.object(), relation == FactRelation.CITY ? 1.1 : 1);
            }
        }
        List<Memory> memories = new ArrayList<>();
        values.forEach((name, all) -> memories.add(new Memory(List.of(name.split(" ")), all)));
        return memories;
    }

    private static Map<String, Measurement> measured(Phenomenon<Transformer> phenomenon, Transformer model) {
        Map<String, Measurement> measured = new HashMap<>();
        phenomenon
                .measure(new Subject<>(model, model, List.of(), step -> model))
                .forEach(each -> measured.put(each.name(), each));
        return measured;
    }

    // ---------------------------------------------------------------- recall

    @Test
    void theSitesAreWhereTheyWerePut() {
        Map<String, Measurement> sites = measured(SitesPhenomenon.twoSites(WORLD, 1, 2), AT_NAME);
        assertThat(sites.get("recall: early site").value()).isCloseTo(1, within(1e-3));
        assertThat(sites.get("recall: early site").control()).isZero();
        assertThat(sites.get("recall: late site").value()).isCloseTo(1, within(1e-3));
        assertThat(sites.get("recall: late site").control()).isZero();
    }

    @Test
    void theShortcutHasNoEarlySite() {
        Map<String, Measurement> sites = measured(SitesPhenomenon.twoSites(WORLD, 1, 2), AT_END);
        assertThat(sites.get("recall: early site").value()).isZero();
        assertThat(sites.get("recall: early site").control()).isCloseTo(1, within(1e-3));
        Measurement only = measured(SitesPhenomenon.oneSite(WORLD, 0), AT_END).get("recall: only site");
        assertThat(only.value()).isCloseTo(1, within(1e-3));
        assertThat(only.control()).isZero();
    }

    @Test
    void withoutALookAtTheNameNothingIsRecalled() {
        for (Transformer model : List.of(AT_NAME, AT_END)) {
            Measurement knockout =
                    measured(new KnockoutPhenomenon(WORLD), model).get("recall: attention to the name");
            assertThat(knockout.value()).isGreaterThan(0.95);
            assertThat(knockout.control()).isBetween(-0.2, 0.2);
        }
    }

    @Test
    void theLensSeesAValueWhenItIsCarriedToTheEnd() {
        List<Prompt> prompts = RecallPair.facts(WORLD, FactRelation.CITY).stream()
                .map(fact -> new Prompt("city", RecallPair.question(fact), fact.object(), fact.object()))
                .toList();
        Measurement lens =
                measured(new LensPhenomenon("city", () -> prompts), AT_NAME).get("logit lens: city");
        assertThat(lens.control()).isCloseTo(1.0 / WORLD.vocabulary().size(), within(1e-4));
        assertThat(lens.value())
                .isCloseTo(Answering.of(AT_NAME, prompts).probability(), within(0.02))
                .isGreaterThan(0.2);
    }

    @Test
    void aNamesStateSaysWhatIsTrueOfItsBearer() {
        List<InjectionPhenomenon.Sample> samples = RecallPair.facts(WORLD, FactRelation.CITY).stream()
                .map(fact -> new InjectionPhenomenon.Sample(fact.subject(), fact.object()))
                .toList();
        Measurement said = measured(
                        new InjectionPhenomenon("city", "share", DescriptionText.head("x"), samples, List.of()),
                        AT_NAME)
                .get("city");
        assertThat(said.value()).isEqualTo(1);
        assertThat(said.control()).isLessThan(0.2);
    }

    @Test
    void anAbilityComesBetweenTheCheckpointsBetweenWhichItWasPut() {
        Transformer nothing =
                WiredMemory.atTheName(WORLD.vocabulary(), List.of(new Memory(List.of("Rome"), Map.of("Rome", 0.0))));
        List<Prompt> prompts = RecallPair.facts(WORLD, FactRelation.CITY).stream()
                .map(fact -> new Prompt("city", RecallPair.question(fact), fact.object(), fact.object()))
                .limit(40)
                .toList();
        Measurement onset = new OnsetPhenomenon("cities", () -> prompts, Answering::accuracy)
                .measure(new Subject<>(AT_NAME, nothing, List.of(0, 10, 20), step -> step < 20 ? nothing : AT_NAME))
                .get(0);
        assertThat(onset.measures()).isEqualTo("what is gained between step 10 and step 20");
        assertThat(onset.value()).isEqualTo(1);
        assertThat(onset.control()).isCloseTo(1 / 3.0, within(1e-4));
    }

    // ---------------------------------------------------------------- map and timeline

    @Test
    void placesAndYearsAreReadFromWhereTheyWereWritten() {
        List<Memory> memories = new ArrayList<>();
        for (Spot spot : WORLD.atlas().spots()) {
            memories.add(new Memory(List.of(spot.name().split(" ")), Map.of("east", spot.x(), "north", spot.y())));
        }
        Map<String, Measurement> read =
                measured(new AtlasPhenomenon(WORLD), WiredMemory.atTheName(WORLD.vocabulary(), memories));
        assertThat(read.get("space: other places").value()).isGreaterThan(0.99);
        assertThat(read.get("space: other places").control()).isLessThan(0.2);
    }
}
