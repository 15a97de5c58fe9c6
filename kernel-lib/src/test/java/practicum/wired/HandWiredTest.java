package practicum.wired;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.hook.Hook;
import practicum.tensor.Tensor;
import practicum.weights.Folded;
import practicum.weights.Folding;
import practicum.wired.Wired.Part;
import practicum.wired.Wired.Subspace;

class HandWiredTest {
    private static final Map<String, String> PROMPTS = Map.of(
            "previous-token by hand", "cat dog fish cat",
            "induction by hand", "cat dog fish cat",
            "induction in one layer, by hand", "cat dog fish cat",
            "entropy neuron by hand", "maybe snow",
            "miniature IOI by hand", "When Mary and John went to the store , John gave a drink to",
            "self-repairing IOI by hand", "When John and Mary went to the store , John gave a drink to");

    static Collection<Wired> all() {
        return HandWired.all().values();
    }

    @Test
    void allAreListedUnderTheNamesOfTheMethodsThatMakeThem() {
        assertThat(HandWired.all().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(HandWired.class.getDeclaredMethods())
                        .filter(method -> method.getReturnType() == Wired.class)
                        .map(Method::getName)
                        .toList());
    }

    private static String prompt(Wired wired) {
        return PROMPTS.getOrDefault(wired.model().config().name(), "");
    }

    @ParameterizedTest
    @MethodSource("all")
    void foldingKeepsWhatTheModelSays(Wired wired) {
        Folded folded = Folding.all(wired.model());
        assertThat(folded.steps()).isNotEmpty();
        var tokens = wired.model().tokenizer().tokens(prompt(wired));
        assertThat(folded.certificate(tokens).isExact())
                .as(folded.certificate(tokens).toString())
                .isTrue();
        assertThat(folded.certificate().isExact())
                .as(folded.certificate().toString())
                .isTrue();
    }

    /** The normalisations before attention change nothing: without them the arithmetic of the circuits would be another. */
    @ParameterizedTest
    @MethodSource("all")
    void headsReadTheStreamAsItIs(Wired wired) {
        var run = wired.model().run(prompt(wired));
        for (int l = 0; l < wired.model().config().nLayers(); l++) {
            Tensor difference = run.get(Hook.ln1Normalized(l)).sub(run.get(Hook.residPre(l)));
            assertThat(difference.abs().max().item()).isLessThan(1e-6f);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPartIsWhereItSays(Wired wired) {
        var config = wired.model().config();
        assertThat(wired.parts()).hasSize(config.nLayers() * config.nHeads() + config.dMlp());
        assertThat(wired.parts()).extracting(Part::label).doesNotHaveDuplicates();
        assertThat(wired.parts()).allSatisfy(part -> {
            assertThat(part.layer()).isBetween(0, config.nLayers() - 1);
            assertThat(part.index()).isBetween(0, Math.max(config.nHeads(), config.dMlp()) - 1);
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDimensionOfTheStreamHoldsSomething(Wired wired) {
        int next = 0;
        for (Subspace subspace : wired.stream()) {
            assertThat(subspace.from()).as(subspace.holds()).isEqualTo(next);
            next += subspace.size();
        }
        assertThat(next).isEqualTo(wired.model().config().dModel());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSecondOneHasTheSameWeights(Wired wired) {
        Wired again = all().stream()
                .filter(w -> w.says().equals(wired.says()))
                .findFirst()
                .orElseThrow();
        wired.model().weights().byName().forEach((name, tensor) -> assertThat(tensor.toFloatArray())
                .as(name)
                .isEqualTo(again.model().weights().get(name).toFloatArray()));
    }
}
