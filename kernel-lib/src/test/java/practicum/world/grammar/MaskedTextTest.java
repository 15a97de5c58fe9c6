package practicum.world.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.load.Models;
import practicum.load.SafetensorsWriter;
import practicum.load.SafetensorsWriter.Precision;
import practicum.load.TensorExport;
import practicum.model.Activation;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Parameter;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.world.Mixture;
import practicum.world.Split;
import practicum.world.TokenizerFile;
import practicum.world.Vocabulary;

class MaskedTextTest {
    private static final int LENGTH = 32;

    private final GrammarWorld world = GrammarWorld.of(1);
    private final Vocabulary vocabulary = world.maskedVocabulary();

    @TempDir
    Path folder;

    @Test
    void fifteenInAHundredWordsAreAskedForAndMostOfThemHidden() {
        MaskedBatch batch = world.maskedText(LENGTH).batch(1500, 2);
        long mask = vocabulary.id(Vocabulary.MASK);
        double words = 0;
        double asked = 0;
        double hidden = 0;
        double kept = 0;
        for (int row = 0; row < 1500; row++) {
            for (int i = 0; i < LENGTH; i++) {
                long target = batch.targets()[row][i];
                long id = batch.ids()[row][i];
                boolean special = id != mask && id < Vocabulary.maskedSpecials().size();
                words += special ? 0 : 1;
                if (target == MaskedBatch.IGNORED) {
                    assertThat(id).isNotEqualTo(mask);
                } else {
                    assertThat(special).isFalse();
                    asked++;
                    hidden += id == mask ? 1 : 0;
                    kept += id == target ? 1 : 0;
                }
            }
        }
        assertThat(asked / words).isCloseTo(0.15, within(0.006));
        assertThat(hidden / asked).isCloseTo(0.8, within(0.016));
        assertThat(kept / asked).isCloseTo(0.1, within(0.012)); // some of the random words are the right ones
    }

    @Test
    void withItsTargetsPutBackTheTextIsOfTrainingSentences() {
        NumberedGrammar grammar = new NumberedGrammar(world);
        MaskedBatch batch = world.maskedText(LENGTH).batch(40, 2);
        int whole = 0;
        for (int row = 0; row < 40; row++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < LENGTH; i++) {
                long target = batch.targets()[row][i];
                long id = target == MaskedBatch.IGNORED ? batch.ids()[row][i] : target;
                words.add(vocabulary.tokens().get((int) id));
            }
            assertThat(words.get(0)).isEqualTo(Vocabulary.CLASS);
            int from = 1;
            int end = words.indexOf(Vocabulary.SEPARATOR);
            while (end > 0) {
                assertThat(grammar.trees(words.subList(from, end))).isOne();
                whole++;
                from = end + 1;
                int next = words.subList(from, LENGTH).indexOf(Vocabulary.SEPARATOR);
                end = next < 0 ? -1 : from + next;
            }
        }
        assertThat(whole).isGreaterThan(60);
    }

    @Test
    void theSameSeedHidesTheSameWords() {
        MaskedBatch one = world.maskedText(LENGTH).batch(4, 3);
        MaskedBatch same = world.maskedText(LENGTH).batch(4, 3);
        assertThat(same.ids()).isDeepEqualTo(one.ids());
        assertThat(same.targets()).isDeepEqualTo(one.targets());
    }

    @Test
    void aVocabularyWithoutAMaskIsRefused() {
        Mixture mixture = new Mixture(Map.of(world.source(), 1.0));
        assertThatThrownBy(() -> new MaskedText(mixture, world.vocabulary(), LENGTH))
                .hasMessageContaining("[MASK]")
                .hasMessageContaining("Vocabulary.masked");
    }

    @Test
    void theVocabularyIsSmallAndItsSpecialTokensComeFirst() {
        assertThat(world.vocabulary().size()).isLessThan(256);
        assertThat(vocabulary.tokens()).startsWith("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", ",");
        assertThat(vocabulary.size()).isEqualTo(world.source().frame().size() + 5);
    }

    @Test
    void aBertWithThisTokenizerIsLoadedAndReadsMaskedSentences() throws IOException {
        int size = vocabulary.size();
        ModelConfig config = ModelConfig.shape("bert", 2, 16, 2, 32, size, LENGTH)
                .layout(BlockLayout.RESIDUAL)
                .bidirectional()
                .layerNorm(1e-12)
                .mlp(Activation.GELU, true)
                .tokenTypes(2)
                .embedNorm()
                .noFinalNorm()
                .mlmHead()
                .unembedBias(true)
                .tied(true)
                .build();
        Map<String, Tensor> weights = new LinkedHashMap<>();
        Parameter.of(config).forEach(each -> weights.put(each.name(), Tensor.randn(weights.size(), each.shape())));
        Files.writeString(
                folder.resolve("config.json"),
                """
                {"architectures": ["BertForMaskedLM"], "model_type": "bert", "num_hidden_layers": 2, "hidden_size": 16,
                 "num_attention_heads": 2, "intermediate_size": 32, "vocab_size": %d, "max_position_embeddings": %d,
                 "type_vocab_size": 2, "layer_norm_eps": 1e-12, "hidden_act": "gelu", "tie_word_embeddings": true}
                """
                        .formatted(size, LENGTH));
        Files.writeString(folder.resolve("tokenizer.json"), TokenizerFile.json(vocabulary));
        SafetensorsWriter.write(
                folder.resolve("model.safetensors"),
                TensorExport.of("BertForMaskedLM", config, Weights.of(config, weights)),
                Precision.FLOAT32);

        Transformer model = Models.load(folder);
        AgreementPair pair = world.agreementPairs(Split.TRAIN, 1, 1).get(0);
        long[] ids = model.tokenizer().encode(pair.masked());
        List<String> tokens = LongStream.of(ids)
                .mapToObj(id -> vocabulary.tokens().get((int) id))
                .toList();
        List<String> expected = new ArrayList<>(List.of(pair.masked().split(" ")));
        expected.add(0, "[CLS]");
        expected.add("[SEP]");
        assertThat(tokens).isEqualTo(expected);
        assertThat(model.tokenizer().maskId()).hasValue(vocabulary.id(Vocabulary.MASK));
        assertThat(model.tokenizer().unkId()).hasValue(1);
        assertThat(model.tokenizer().decode(ids)).doesNotContain("[");
        assertThat(model.run(pair.masked()).logits().shape()).containsExactly(1, ids.length, size);
    }
}
