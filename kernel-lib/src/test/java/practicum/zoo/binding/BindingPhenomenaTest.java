package practicum.zoo.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import practicum.model.Transformer;
import practicum.wired.WiredBinding;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.binding.BeliefQuestion;
import practicum.world.binding.BindingWorld;
import practicum.world.binding.Hypothesis;
import practicum.world.binding.Kind;
import practicum.world.binding.Sight;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

class BindingPhenomenaTest {
    private static final BindingWorld WORLD = BindingModel.world();
    private static final List<BeliefQuestion> BELIEFS = WORLD.beliefs().questions(Split.HELD_OUT, 60, 5);

    private static final Transformer FETCHING = WiredBinding.of(
            WORLD.vocabulary(),
            Kind.NAME.words(),
            Kind.attributes().stream().flatMap(kind -> kind.words().stream()).toList());

    private static Subject<Transformer> untrained() {
        Transformer model = BindingModel.plan().untrained();
        return new Subject<>(model, model, List.of(), step -> model);
    }

    @Test
    void aGuesserIsRightAsOftenAsHisGuessIsTheAnswer() {
        List<Prompt> prompts = List.of(
                new Prompt("a", "Alice lives in France . Alice lives in the country of", "France", "Peru"),
                new Prompt("a", "Bob lives in Peru . Bob lives in the country of", "Peru", "France"),
                new Prompt("a", "Bob lives in Cuba . Bob lives in the country of", "Cuba", "France"),
                new Prompt("a", "Leo lives in Peru . Leo lives in the country of", "Peru", "Cuba"));
        Measurement measured = new GuessedPhenomenon<>(
                        "name", "measures", () -> prompts, prompt -> prompt, "who says Peru", prompt -> "Peru")
                .measure(untrained())
                .get(0);
        assertThat(measured.control()).isEqualTo(0.5);
        assertThat(measured.value()).isLessThan(0.5);
    }

    @Test
    void whoSaysTheFirstEntitysIsRightOnceInAsManyTimesAsThereAreEntities() {
        List<Measurement> measured = BindingPhenomena.of(WORLD).subList(0, 3).stream()
                .flatMap(phenomenon -> phenomenon.measure(untrained()).stream())
                .toList();
        assertThat(measured.get(0).control()).isCloseTo(1 / 2.0, within(0.11));
        assertThat(measured.get(1).control()).isCloseTo(1 / 3.0, within(0.11));
        assertThat(measured.get(2).control()).isCloseTo(1 / 4.0, within(0.11));
        assertThat(measured).allSatisfy(m -> assertThat(m.value()).isLessThan(0.25));
    }

    @Test
    void questionsAboutBeliefsAreOfThreeGroups() {
        Set<String> groups = BELIEFS.stream().map(BindingPhenomena::group).collect(Collectors.toSet());
        assertThat(groups).containsExactlyInAnyOrder("own", "seen", "unseen");
        assertThat(BELIEFS).allSatisfy(question -> assertThat(question.answer().equals(BeliefQuestion.UNKNOWN))
                .isEqualTo(BindingPhenomena.group(question).equals("unseen")));
    }

    @Test
    void sightIsChangedByOneWord() {
        BeliefQuestion any = BELIEFS.stream()
                .filter(question -> question.character() != question.container())
                .findFirst()
                .orElseThrow();
        List<String> blind = SightPhenomenon.with(any, Sight.BLIND).marked().words();
        List<String> sees = SightPhenomenon.with(any, Sight.SEES).marked().words();
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < blind.size(); i++) {
            if (!blind.get(i).equals(sees.get(i))) {
                differing.add(i);
            }
        }
        assertThat(differing).hasSize(1);
        assertThat(blind.get(differing.get(0))).isEqualTo("cannot");
        assertThat(sees.get(differing.get(0))).isEqualTo("can");
        assertThat(SightPhenomenon.with(any, Sight.BLIND).answer()).isEqualTo(BeliefQuestion.UNKNOWN);
        assertThat(SightPhenomenon.with(any, Sight.SEES).answer())
                .isEqualTo(any.story().drinks().get(any.container()));
    }

    // ---------------------------------------------------------------- on a model that fetches as it was wired to

    private static Measurement wired(Phenomenon<Transformer> phenomenon) {
        return phenomenon
                .measure(new Subject<>(FETCHING, FETCHING, List.of(), step -> FETCHING))
                .get(0);
    }

    @Test
    void theHeadThatFetchesIsFound() {
        Measurement attention = wired(new AttentionPhenomenon(WORLD));
        assertThat(attention.measures()).contains("head 1.1 ");
        assertThat(attention.value()).isCloseTo(1, within(1e-3));
        assertThat(attention.control()).isZero();
    }

    /** It cannot answer who has a given attribute, so only questions about names follow. */
    @Test
    void theLastTokenCarriesTheNameBeforeItFetchesAndTheAnswerAfter() {
        double aboutNames = WORLD.contexts().mixedPairs(Split.TRAIN, 4, 1, 100, BindingPhenomena.SEED).stream()
                .mapToDouble(pair -> SwapPhenomenon.asksForAttribute(pair.base()) ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(aboutNames).isGreaterThan(0.4);
        Measurement before = wired(new HypothesisPhenomenon(WORLD, 1, Hypothesis.LEXICAL));
        assertThat(before.value()).isCloseTo(aboutNames, within(0.03));
        assertThat(before.control()).isLessThan(0.05);
        Measurement after = wired(new HypothesisPhenomenon(WORLD, 2, Hypothesis.REFLEXIVE));
        assertThat(after.value()).isCloseTo(aboutNames, within(0.03));
        assertThat(after.control()).isLessThan(0.05);
        assertThat(wired(new HypothesisPhenomenon(WORLD, 2, Hypothesis.LEXICAL)).value())
                .isLessThan(0.05);
    }

    @Test
    void whatIsBoundMovesWithTheAttributesTokens() {
        Measurement swapped = wired(new SwapPhenomenon(WORLD, 1));
        assertThat(swapped.value()).isEqualTo(1);
        assertThat(swapped.control()).isZero();
    }
}
