package practicum.zoo.language;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.world.language.LanguageWorld;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.Phenomenon;
import practicum.zoo.TransformerBody;

/**
 * The models of the language world, in GPT-Neo's shape: scores are not scaled, and the first layers look only a few tokens
 * back, so that what is known of a name is looked up at the name. A twin has its layers the other way round, and looks it
 * up at the end of the question: the same text, the same answers, another way (decision 004).
 */
public final class WorldModel {
    private static final double WIDE = 10;
    private static final int LAYERS = 5;
    private static final int LOCAL = 3;
    private static final int STEPS = 16_000;
    private static final LanguageShape LARGE = LanguageShape.localFirst(LAYERS, LOCAL, 4, 128, 4, WIDE);
    private static final LanguageShape SMALL = LanguageShape.localFirst(4, 2, 4, 64, 4, WIDE);
    private static final LanguageShape MIRRORED = LanguageShape.globalFirst(LAYERS, 2, 128, 4, WIDE);
    private static final List<Integer> SNAPSHOTS = List.of(1000, 2000, 4000, 6000);

    private static final List<String> LIMITS = List.of(
            "People are invented; only countries, capitals, languages and cities are true of the real world.",
            "The bias of professions was planted, at random: it says nothing of the world.",
            "It knows where places are and when things were, and cannot compare two of them: of places never compared in its"
                    + " text it tells north from south little better than a coin.",
            "Of what only the context tells it has learned little; the model \"tasks\" is for that.");

    private WorldModel() {}

    /** The model that most practicums are about. */
    public static ModelPlan<Transformer> large() {
        return trained(
                "world",
                "The model that most practicums are about.",
                LARGE,
                recipe(1, STEPS),
                SNAPSHOTS,
                all(behaviour(), mechanism(), Stream.of(Phenomena.patchscope(), onset())));
    }

    /** The same from another seed: what of the first is chance? */
    public static ModelPlan<Transformer> secondSeed() {
        return trained(
                "world-seed2",
                "The model \"world\", trained from another seed on other text of the same world.",
                LARGE,
                recipe(2, STEPS),
                List.of(),
                all(behaviour(), mechanism()));
    }

    /** Half as wide and a layer less deep. */
    public static ModelPlan<Transformer> small() {
        return trained(
                "world-small",
                "The model \"world\", half as wide and with a layer less.",
                SMALL,
                recipe(1, STEPS),
                SNAPSHOTS,
                all(behaviour(), Stream.of(onset())));
    }

    /** With its layers the other way round: the same answers by another algorithm. */
    public static ModelPlan<Transformer> shortcut() {
        return trained(
                "world-shortcut",
                "The model \"world\" with its layers the other way round: the first sees everything, the others one word"
                        + " back. It answers by a shortcut: the end of a question reads the name and looks the fact up.",
                MIRRORED,
                recipe(1, STEPS),
                List.of(),
                all(behaviour(), Stream.of(SitesPhenomenon.oneSite(world(), 0), new KnockoutPhenomenon(world()))));
    }

    private static Stream<Phenomenon<Transformer>> behaviour() {
        return Phenomena.behaviour(world()).stream();
    }

    private static Stream<Phenomenon<Transformer>> mechanism() {
        return Phenomena.mechanism(world(), LAYERS, LOCAL).stream();
    }

    @SafeVarargs
    private static List<Phenomenon<Transformer>> all(Stream<Phenomenon<Transformer>>... parts) {
        return Stream.of(parts).flatMap(part -> part).toList();
    }

    private static Phenomenon<Transformer> onset() {
        return Phenomena.onsetOfFacts(world());
    }

    private static LanguageWorld world() {
        return LanguageWorld.of(LanguageWorld.SHIPPED_SEED);
    }

    private static ModelPlan<Transformer> trained(
            String name,
            String says,
            LanguageShape shape,
            Recipe recipe,
            List<Integer> snapshots,
            List<Phenomenon<Transformer>> phenomena) {
        return plan(name, says, world(), shape, recipe, snapshots, new Curriculum(world()).namesFirst(), phenomena);
    }

    /** A plan of any size: a shipped one, or one that trains in a second. */
    static ModelPlan<Transformer> plan(
            String name,
            String says,
            LanguageWorld world,
            LanguageShape shape,
            Recipe recipe,
            List<Integer> snapshots,
            Function<ModelConfig, Lesson> lesson,
            List<Phenomenon<Transformer>> phenomena) {
        TransformerBody body = shape.body(name, world.vocabulary());
        return new ModelPlan<>(
                name,
                says + " It has read of a made-up world of people, cities and things, in English words.",
                body,
                lesson.apply(body.config()),
                recipe,
                snapshots,
                phenomena,
                Stream.concat(LanguageShape.LIMITS.stream(), LIMITS.stream()).toList());
    }

    private static Recipe recipe(long seed, int steps) {
        return Recipe.of(seed, steps, 16, 1.5e-3).withSchedule(Schedule.trapezoid(1.5e-3, 200, 0.3));
    }
}
