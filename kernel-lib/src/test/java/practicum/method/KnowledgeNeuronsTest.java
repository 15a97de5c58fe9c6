package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.load.Models;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

class KnowledgeNeuronsTest {
    private static final Transformer WORLD = Models.load("world");
    private static final List<String> PARAPHRASES =
            List.of("Emma Cruz lives in", "Emma Cruz has a home in", "Emma Cruz spends most days in");
    private static final String HELD_OUT = "Emma Cruz moved to the city of";

    /** The slope at each place of the path, by a small step to both sides. */
    @Test
    void attributionsAreActivationsTimesMeanSlopes() {
        int steps = 3;
        String prompt = PARAPHRASES.get(0);
        KnowledgeNeurons found = KnowledgeNeurons.at(WORLD, "Kyoto", List.of(prompt), new int[] {2}, steps);
        Tensor active = WORLD.run(prompt).get(Hook.mlpPost(0)).get(0, 2);
        Neuron first =
                new Neuron(0, (int) found.attributions().get(0, 0).argMax(0).item());
        double slopes = 0;
        double step = 0.02;
        for (double place : new double[] {1 / 6.0, 0.5, 5 / 6.0}) {
            Tensor at = active.mul(place);
            slopes += (probability(prompt, at, first, step) - probability(prompt, at, first, -step)) / (2 * step);
        }
        double expected = slopes / steps * active.item(first.index());
        assertThat((double) found.attributions().item(0, 0, first.index()))
                .isCloseTo(expected, within(0.02 * Math.abs(expected) + 1e-4));
    }

    private static double probability(String prompt, Tensor active, Neuron neuron, double step) {
        Tensor moved = active.add(Tensor.eye(512).get(neuron.index()).mul(step));
        return WORLD.run(prompt, Hook.mlpPost(0).at(2).set(moved)).prob("Kyoto");
    }

    @Test
    void theGapClosesWithMoreSteps() {
        List<String> one = PARAPHRASES.subList(0, 1);
        double few = KnowledgeNeurons.at(WORLD, "Kyoto", one, new int[] {2}, 4).gap();
        double many =
                KnowledgeNeurons.at(WORLD, "Kyoto", one, new int[] {2}, 60).gap();
        assertThat(many).isLessThan(0.05).isLessThan(few);
    }

    @Test
    void suppressingSharedNeuronsSuppressesTheFactInAPhraseThatWasNotAskedAndOthersDoNot() {
        KnowledgeNeurons found = KnowledgeNeurons.atEndOf("Emma Cruz", WORLD, "Kyoto", PARAPHRASES);
        assertThat(found.positions()).containsExactly(2, 2, 2);
        List<Neuron> shared = found.shared(0.2, 0.7);
        assertThat(shared).isNotEmpty();
        List<Neuron> others = shared.stream()
                .map(n -> new Neuron(n.layer(), (n.index() + 1) % 512))
                .filter(n -> !shared.contains(n))
                .toList();
        double whole = WORLD.run(HELD_OUT).prob("Kyoto");
        double suppressed =
                WORLD.run(HELD_OUT, KnowledgeNeurons.scaled(0, shared, 2)).prob("Kyoto");
        double control =
                WORLD.run(HELD_OUT, KnowledgeNeurons.scaled(0, others, 2)).prob("Kyoto");
        assertThat(whole).isGreaterThan(0.95);
        assertThat(suppressed).isLessThan(0.5);
        assertThat(control).isGreaterThan(0.9);
    }

    @Test
    void strictSharesFindFewerNeuronsThanLooseOnes() {
        KnowledgeNeurons found = KnowledgeNeurons.atEnd(WORLD, "Kyoto", PARAPHRASES);
        List<Neuron> strict = found.shared(0.2, 1);
        assertThat(found.shared(0.2, 0.3)).containsAll(strict);
        assertThat(found.shared(0.1, 1)).containsAll(strict);
        assertThat(found.positions()).containsExactly(4, 6, 6);
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThatThrownBy(() -> KnowledgeNeurons.atEndOf("Paul Cruz", WORLD, "Kyoto", PARAPHRASES))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no whole tokens");
        assertThatThrownBy(() -> KnowledgeNeurons.at(WORLD, "Kyoto", PARAPHRASES, new int[] {2}, 3))
                .hasMessageContaining("a position for each");
        assertThatThrownBy(() -> KnowledgeNeurons.at(WORLD, "Kyoto", PARAPHRASES, new int[] {2, 2, 99}, 3))
                .hasMessageContaining("no position 99");
    }
}
