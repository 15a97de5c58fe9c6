package practicum.world.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.world.Split;
import practicum.world.TokenizerFile;
import practicum.world.Vocabulary;

class ModularAdditionTest {
    private final ModularAddition addition = ModularAddition.of(1);

    @Test
    void everySumIsRightAndInExactlyOneSplit() {
        Set<List<Integer>> seen = new HashSet<>();
        for (Split split : Split.values()) {
            for (Sum sum : addition.sums(split)) {
                BigInteger expected = BigInteger.valueOf(sum.a())
                        .add(BigInteger.valueOf(sum.b()))
                        .mod(BigInteger.valueOf(113));
                assertThat(sum.answer()).isEqualTo(expected.intValue());
                assertThat(seen.add(List.of(sum.a(), sum.b()))).isTrue();
            }
        }
        assertThat(seen).hasSize(113 * 113);
        assertThat(addition.sums(Split.TRAIN)).hasSize(3831); // 30 % of 12 769
    }

    @Test
    void theSeedDecidesTheSplit() {
        assertThat(ModularAddition.of(1).sums(Split.TRAIN)).isEqualTo(addition.sums(Split.TRAIN));
        assertThat(new HashSet<>(ModularAddition.of(2).sums(Split.TRAIN)))
                .isNotEqualTo(new HashSet<>(addition.sums(Split.TRAIN)));
    }

    @Test
    void strangersHaveNoMirrorInTraining() {
        Set<Sum> trained = new HashSet<>(addition.sums(Split.TRAIN));
        assertThat(addition.strangers())
                .allSatisfy(sum -> assertThat(trained).doesNotContain(new Sum(sum.b(), sum.a(), sum.answer())));
        // A held-out a + b with a ≠ b is one with probability 0.7: 0.7² of the 12 656 such sums, 0.7 of the 113
        // doubles.
        assertThat(addition.strangers().size()).isBetween(6280 - 250, 6280 + 250);
    }

    @Test
    void aNumberIsItsOwnTokenAndHuggingFaceReadsPromptsAsTheTensorHasThem(@TempDir Path folder) throws IOException {
        Vocabulary vocabulary = addition.vocabulary();
        assertThat(vocabulary.tokens()).hasSize(115);
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, TokenizerFile.json(vocabulary));
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(file, Map.of("truncation", "false"))) {
            for (int i = 0; i < 20; i++) {
                Sum sum = addition.sums(Split.HELD_OUT).get(i);
                assertThat(tokenizer.encode(sum.prompt()).getIds())
                        .containsExactly(sum.a(), sum.b(), 113)
                        .containsExactly(addition.prompts(Split.HELD_OUT).get(i).toLongArray());
                assertThat(addition.answers(Split.HELD_OUT).toLongArray()[i]).isEqualTo(sum.answer());
            }
        }
    }

    @Test
    void theTableHoldsEverySumWithItsSplit() {
        var table = addition.table();
        assertThat(table.rowCount()).isEqualTo(113 * 113);
        var trained = table.where(table.stringColumn("split").isEqualTo("TRAIN"));
        assertThat(trained.rowCount()).isEqualTo(addition.sums(Split.TRAIN).size());
        Sum first = addition.sums(Split.TRAIN).get(0);
        assertThat(List.of(
                        trained.intColumn("a").get(0),
                        trained.intColumn("b").get(0),
                        trained.intColumn("answer").get(0)))
                .containsExactly(first.a(), first.b(), first.answer());
    }

    @Test
    void anImpossibleSplitSaysWhatToDo() {
        assertThatThrownBy(() -> ModularAddition.of(113, 0.001, 1))
                .hasMessageContaining("numbers without any training sum")
                .hasMessageContaining("Take a larger share");
        assertThatThrownBy(() -> ModularAddition.of(3, 0.99, 1)).hasMessageContaining("leaves none to test on");
        assertThatThrownBy(() -> ModularAddition.of(7, 1, 1)).hasMessageContaining("nothing to test on");
        assertThatThrownBy(() -> ModularAddition.of(1, 0.5, 1)).hasMessageContaining("at least 2");
    }
}
