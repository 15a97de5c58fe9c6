package practicum.world.language.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.world.language.fact.FactRelation.CAPITAL;
import static practicum.world.language.fact.FactRelation.CAPITAL_OF;
import static practicum.world.language.fact.FactRelation.CITY;
import static practicum.world.language.fact.FactRelation.CITY_LANGUAGE;
import static practicum.world.language.fact.FactRelation.COUNTRY;
import static practicum.world.language.fact.FactRelation.HOME_CAPITAL;
import static practicum.world.language.fact.FactRelation.HOME_COUNTRY;
import static practicum.world.language.fact.FactRelation.HOME_LANGUAGE;
import static practicum.world.language.fact.FactRelation.JOB;
import static practicum.world.language.fact.FactRelation.LANGUAGE;
import static practicum.world.language.fact.FactRelation.NICKNAME;
import static practicum.world.language.fact.FactRelation.PET;
import static practicum.world.language.fact.FactRelation.SPOUSE;
import static practicum.world.language.fact.FactRelation.SPOUSE_CITY;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Prompt;

/** A world of four people and two countries, whose ripples are known by thinking. */
class RipplesTest {
    private final Knowledge tiny = Knowledge.of(
            List.of(
                    fact("Ann", CITY, "Rome"),
                    fact("Ann", JOB, "baker"),
                    fact("Ann", JOB, "pilot"),
                    fact("Ann", PET, "dog"),
                    fact("Ann", NICKNAME, "Lucky Ann"),
                    fact("Ann", SPOUSE, "Bob"),
                    fact("Bob", CITY, "Rome"),
                    fact("Cid", SPOUSE, "Dora"),
                    fact("Cid", CITY, "Oslo"),
                    fact("Dora", CITY, "Rome"),
                    fact("Rome", COUNTRY, "Italy"),
                    fact("Milan", COUNTRY, "Italy"),
                    fact("Oslo", COUNTRY, "Norway"),
                    fact("Italy", CAPITAL, "Rome"),
                    fact("Italy", LANGUAGE, "Italian"),
                    fact("Norway", LANGUAGE, "Norwegian")),
            Rule.all());

    private static Fact fact(String subject, FactRelation relation, String object) {
        return new Fact(subject, relation, object);
    }

    private Set<Fact> ripples(Fact edit, Ripple.Kind kind) {
        return Ripples.of(tiny, edit).stream()
                .filter(ripple -> ripple.kind() == kind)
                .map(Ripple::fact)
                .collect(Collectors.toSet());
    }

    @Test
    void movingSomebodyChangesTheirCountryTheirPartnersAndWhatTheirNicknameHas() {
        Fact edit = fact("Ann", CITY, "Oslo");
        assertThat(ripples(edit, Ripple.Kind.COMPOSITION_I))
                .containsExactlyInAnyOrder(
                        fact("Ann", HOME_COUNTRY, "Norway"), fact("Ann", HOME_LANGUAGE, "Norwegian"));
        assertThat(ripples(edit, Ripple.Kind.COMPOSITION_II)).containsExactly(fact("Bob", SPOUSE_CITY, "Oslo"));
        assertThat(ripples(edit, Ripple.Kind.SUBJECT_ALIASING))
                .containsExactlyInAnyOrder(
                        fact("Lucky Ann", CITY, "Oslo"),
                        fact("Lucky Ann", HOME_COUNTRY, "Norway"),
                        fact("Lucky Ann", HOME_LANGUAGE, "Norwegian"));
        assertThat(ripples(edit, Ripple.Kind.RELATION_SPECIFICITY))
                .containsExactlyInAnyOrder(
                        fact("Ann", JOB, "baker"),
                        fact("Ann", JOB, "pilot"),
                        fact("Ann", PET, "dog"),
                        fact("Ann", NICKNAME, "Lucky Ann"),
                        fact("Ann", SPOUSE, "Bob"),
                        fact("Ann", SPOUSE_CITY, "Rome"));
        assertThat(ripples(edit, Ripple.Kind.LOGICAL_GENERALISATION)).isEmpty();
        assertThat(ripples(edit, Ripple.Kind.PRESERVATION)).isEmpty();
    }

    @Test
    void aFurtherJobPreservesTheOthers() {
        Fact edit = fact("Ann", JOB, "judge");
        assertThat(ripples(edit, Ripple.Kind.PRESERVATION))
                .containsExactlyInAnyOrder(fact("Ann", JOB, "baker"), fact("Ann", JOB, "pilot"));
        assertThat(ripples(edit, Ripple.Kind.SUBJECT_ALIASING)).containsExactly(fact("Lucky Ann", JOB, "judge"));
    }

    @Test
    void marriageHoldsBothWaysAndEndsTheOldOnes() {
        Fact edit = fact("Ann", SPOUSE, "Cid");
        assertThat(ripples(edit, Ripple.Kind.LOGICAL_GENERALISATION)).containsExactly(fact("Cid", SPOUSE, "Ann"));
        Knowledge after = tiny.edited(edit);
        assertThat(after.objects("Bob", SPOUSE)).isEmpty();
        assertThat(after.objects("Dora", SPOUSE)).isEmpty();
        assertThat(after.objects("Ann", SPOUSE_CITY)).containsExactly("Oslo");
    }

    @Test
    void aNewCapitalIsTheCapitalOfItsCountryAndTheOldOneIsNot() {
        Fact edit = fact("Italy", CAPITAL, "Milan");
        assertThat(ripples(edit, Ripple.Kind.LOGICAL_GENERALISATION))
                .containsExactly(fact("Milan", CAPITAL_OF, "Italy"));
        assertThat(tiny.edited(edit).objects("Rome", CAPITAL_OF)).isEmpty();
        assertThat(ripples(edit, Ripple.Kind.COMPOSITION_II))
                .containsExactlyInAnyOrder(
                        fact("Ann", HOME_CAPITAL, "Milan"),
                        fact("Bob", HOME_CAPITAL, "Milan"),
                        fact("Dora", HOME_CAPITAL, "Milan"),
                        fact("Lucky Ann", HOME_CAPITAL, "Milan"));
    }

    @Test
    void aNewLanguageIsSpokenInEveryCityAndByAllWhoLiveThere() {
        assertThat(ripples(fact("Italy", LANGUAGE, "Greek"), Ripple.Kind.COMPOSITION_II))
                .containsExactlyInAnyOrder(
                        fact("Rome", CITY_LANGUAGE, "Greek"),
                        fact("Milan", CITY_LANGUAGE, "Greek"),
                        fact("Ann", HOME_LANGUAGE, "Greek"),
                        fact("Bob", HOME_LANGUAGE, "Greek"),
                        fact("Dora", HOME_LANGUAGE, "Greek"),
                        fact("Lucky Ann", HOME_LANGUAGE, "Greek"));
    }

    @Test
    void ripplesAreAskedWithTheOldAnswerAsFoil() {
        List<Prompt> prompts = Ripples.prompts(Ripples.of(tiny, fact("Ann", CITY, "Oslo")));
        assertThat(prompts).hasSize(6).contains(new Prompt("composition i", "Ann votes in", "Norway", "Italy"));
    }

    @Test
    void whatFollowsCannotBeGiven() {
        assertThatThrownBy(() -> tiny.edited(fact("Ann", HOME_COUNTRY, "Norway")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("follows from other facts")
                .hasMessageContaining("HOME_COUNTRY(x, z) ← CITY(x, y), COUNTRY(y, z)");
    }

    @Test
    void everyMoveInTheWorldAgreesWithAnAtlas() {
        FactWorld world = FactWorld.of(3);
        var random = Seeds.random(1);
        for (Citizen citizen : Draw.some(40, world.citizens(), random)) {
            String old = world.knowledge().objects(citizen.name(), CITY).get(0);
            String city = Draw.another(Lexicon.cityNames(), old, random);
            String country = world.knowledge().objects(city, COUNTRY).get(0);
            Set<String> known = Stream.of(city, country)
                    .flatMap(place -> world.knowledge().about(place).stream())
                    .map(Fact::object)
                    .collect(Collectors.toSet());
            Set<Ripple> firstHand = Ripples.of(world.knowledge(), fact(citizen.name(), CITY, city)).stream()
                    .filter(ripple -> ripple.kind() == Ripple.Kind.COMPOSITION_I)
                    .collect(Collectors.toSet());
            assertThat(firstHand)
                    .allMatch(ripple -> known.contains(ripple.fact().object())
                            && !ripple.before().equals(ripple.fact().object()));
            boolean abroad = !world.knowledge()
                    .objects(old, COUNTRY)
                    .equals(world.knowledge().objects(city, COUNTRY));
            assertThat(firstHand.isEmpty()).isEqualTo(!abroad);
        }
    }
}
