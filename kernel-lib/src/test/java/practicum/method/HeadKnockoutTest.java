package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.model.Metric;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.wired.HandWired;

class HeadKnockoutTest {
    private static final Transformer IOI = HandWired.miniatureIoi().model();
    private static final List<String> CIRCUIT = List.of("a0.h1", "a1.h2", "a2.h0", "a2.h2", "a2.h3");

    private static Tokens tokens(String... names) {
        String[] texts = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            String[] n = names[i].split(" ");
            texts[i] = "When %s and %s went to the store , %s gave a drink to".formatted(n[0], n[1], n[2]);
        }
        return IOI.tokenizer().tokens(texts);
    }

    private static HeadKnockout ioi() {
        Tokens prompts = tokens("Mary John John", "Tom Rose Rose");
        Tokens reference = tokens("Paul Anna Ben", "Nora Clara Emma", "David Laura Frank");
        long[] right = {IOI.tokenizer().id("Mary"), IOI.tokenizer().id("Tom")};
        long[] wrong = {IOI.tokenizer().id("John"), IOI.tokenizer().id("Rose")};
        return HeadKnockout.of(IOI.run(prompts), IOI.run(reference), Metric.logitDiff(right, wrong));
    }

    /** As it is wired: 7 for the answer, 0 for the other; the movers write 6 and 4, the negative one −3. */
    @Test
    void thePlantedCircuitIsFaithfulCompleteAndMinimal() {
        HeadKnockout ioi = ioi();
        assertThat(ioi.with(CIRCUIT)).isCloseTo(7, within(0.01));
        assertThat(ioi.without(List.of())).isCloseTo(7, within(0.01));
        assertThat(ioi.with(List.of())).isCloseTo(0, within(0.01));
        for (String head : CIRCUIT) {
            assertThat(ioi.incompleteness(CIRCUIT, List.of(head))).as(head).isLessThan(0.01);
            assertThat(ioi.contribution(CIRCUIT, head, List.of())).as(head).isGreaterThan(2);
        }
        assertThat(ioi.without(List.of("a2.h0"))).isCloseTo(1, within(0.05)); // 4 − 3 are left
        assertThat(ioi.contribution(List.of("a0.h0"), "a0.h0", List.of())).isLessThan(0.01);
    }

    @Test
    void knockedOutIsHeldAtTheMeanOfEachPosition() {
        Tokens prompts = Tokens.ofIds(new long[][] {{1, 2, 3, 4}, {4, 3, 2, 1}});
        Tokens reference = Tokens.ofIds(new long[][] {{5, 6, 7, 8}, {8, 8, 5, 6}, {0, 1, 0, 1}});
        Transformer model = SmallModels.attentionOnly(3);
        Metric metric = Metric.logitDiff(2, 5);
        Run other = model.run(reference);
        HeadKnockout knockout = HeadKnockout.of(model.run(prompts), other, metric);
        Tensor byHand = metric.of(model.run(
                prompts,
                Hook.z(0).head(1).set(other.get(Hook.z(0)).mean(0)),
                Hook.z(1).head(0, 2).set(other.get(Hook.z(1)).mean(0))));
        Tensor found = knockout.metrics(List.of(List.of("a0.h0", "a0.h2", "a1.h1"), knockout.heads()));
        assertThat(found.select(0, 0).sub(byHand).abs().max().item()).isLessThan(1e-5f);
        assertThat(found.select(0, 1)
                        .sub(metric.of(model.run(prompts)))
                        .abs()
                        .max()
                        .item())
                .isLessThan(1e-5f);
    }

    @Test
    void wrongInputIsRefused() {
        HeadKnockout ioi = ioi();
        assertThatThrownBy(() -> ioi.with(List.of("a9.h0"))).hasMessageContaining("no head \"a9.h0\"");
        assertThatThrownBy(() -> ioi.without(List.of("L0H0"))).hasMessageContaining("no head \"L0H0\"");
        assertThatThrownBy(() -> ioi.metrics(List.of())).hasMessageContaining("at least one");
        Run longer = IOI.run("When Mary and John went to the store , John gave a drink to Mary");
        assertThatThrownBy(() -> HeadKnockout.of(longer, IOI.run(tokens("Tom Rose Rose")), Metric.logit(3)))
                .hasMessageContaining("as long as the others");
    }
}
