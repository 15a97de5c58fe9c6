package practicum.zoo.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.Activation;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.world.grammar.Dependency;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Family;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.TransformerBody;

/**
 * Models of the grammar world, one that reads both ways and tells hidden words, and one that reads from left to right: small
 * enough to train in minutes, and deep enough that what a tree says is found between the words and the answer.
 */
public final class GrammarModel {
    private static final int CONTEXT = 32;
    private static final long SEED = 1;
    private static final int LAYERS = 4;
    private static final int HEADS = 4;
    private static final int WIDTH = 64;
    private static final double RATE = 2e-3;
    private static final int WARMUP = 200;

    private GrammarModel() {}

    /** The plan of the model that reads both ways, in BERT's shape. */
    public static ModelPlan<Transformer> masked() {
        return masked("grammar", Recipe.of(SEED, 8000, 32, RATE), List.of(0, 1000, 2000, 3000, 4000, 5000, 6000));
    }

    static ModelPlan<Transformer> masked(String name, Recipe recipe, List<Integer> snapshots) {
        GrammarWorld world = GrammarWorld.of(SEED);
        ModelConfig config = ModelConfig.shape(
                        name,
                        LAYERS,
                        WIDTH,
                        HEADS,
                        4 * WIDTH,
                        world.maskedVocabulary().size(),
                        CONTEXT)
                .layout(BlockLayout.RESIDUAL)
                .bidirectional()
                .layerNorm(1e-12)
                .mlp(Activation.GELU, true)
                .tokenTypes(1)
                .embedNorm()
                .noFinalNorm()
                .mlmHead()
                .unembedBias(true)
                .build();
        return new ModelPlan<>(
                name,
                "A small BERT of a made-up English: its hidden words, its trees and tags, and agreement past nouns that"
                        + " mislead.",
                new TransformerBody(
                        Family.BERT,
                        config,
                        world.maskedVocabulary(),
                        "the keys near the cabin [MASK] rusty .",
                        Precision.FLOAT16),
                Lesson.masked(data(), config, world.maskedText(CONTEXT), CONTEXT),
                scheduled(recipe),
                snapshots,
                List.of(
                        new HiddenWordsPhenomenon(world),
                        new AgreementPhenomenon(world),
                        new ParsingPhenomenon(world, 2),
                        new TagPhenomenon(world, 2),
                        new HeadsPhenomenon(world, List.of(Dependency.DET, Dependency.CONJ, Dependency.CCOMP)),
                        new AttachmentOnset(world),
                        new RelayPhenomenon(world, 0, false),
                        new RelayPhenomenon(world, 2, true)),
                List.of(
                        "It knows 248 words and reads 32 tokens.",
                        "It has seen whole sentences; of a part without its full stop it knows little.",
                        "No head of its looks from a verb to its subject: the subject's number stands at the word behind the"
                                + " subject before it comes to the verb.",
                        "No head finds subjects and objects better than a fixed offset does."));
    }

    /** The plan of the model that reads from left to right, in GPT-2's shape. */
    public static ModelPlan<Transformer> causal() {
        return causal("grammar-causal", Recipe.of(SEED, 1500, 32, RATE), List.of(0, 200, 300, 400, 500, 1000));
    }

    static ModelPlan<Transformer> causal(String name, Recipe recipe, List<Integer> snapshots) {
        GrammarWorld world = GrammarWorld.of(SEED);
        ModelConfig config = ModelConfig.shape(
                        name,
                        LAYERS,
                        WIDTH,
                        HEADS,
                        2 * WIDTH,
                        world.vocabulary().size(),
                        CONTEXT)
                .build();
        return new ModelPlan<>(
                name,
                "A small GPT-2 of the same made-up English, which reads from left to right and agrees past nouns that"
                        + " mislead.",
                new TransformerBody(
                        Family.GPT2, config, world.vocabulary(), "the keys near the cabin", Precision.FLOAT16),
                Lesson.text(data(), config, world.stream(CONTEXT), CONTEXT),
                scheduled(recipe),
                snapshots,
                List.of(
                        new NextWordsPhenomenon(world),
                        new AgreementPhenomenon(world),
                        new ParsingPhenomenon(world, 2),
                        new TagPhenomenon(world, 2),
                        new HeadsPhenomenon(
                                world, List.of(Dependency.POBJ, Dependency.RELCL, Dependency.CCOMP, Dependency.NSUBJ)),
                        new SubjectHeadPhenomenon(world),
                        new RelayPhenomenon(world, 1, false)),
                List.of(
                        "It knows 248 words and reads 32 tokens.",
                        "It cannot look ahead: no head finds what depends on a later word, such as a determiner, better than a"
                                + " fixed offset does."));
    }

    private static Recipe scheduled(Recipe recipe) {
        return recipe.withSchedule(Schedule.trapezoid(RATE, Math.min(WARMUP, recipe.steps() / 4), 0.4));
    }

    private static Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.grammar.GrammarWorld");
        data.put("seed", SEED);
        data.put("context", CONTEXT);
        return data;
    }
}
