package practicum.world.binding;

import java.util.List;
import java.util.Random;
import practicum.tensor.Seeds;
import practicum.world.Split;
import practicum.world.TextSource;

/**
 * Contexts that bind countries, foods and pets to names, questions about them, and pairs of such questions to interchange
 * activations between (Feng and Steinhardt 2023, arXiv 2310.17191).
 *
 * <p>In a question of {@link Split#HELD_OUT} every pair of a name and an attribute in its context is one that training
 * never binds; in one of {@link Split#TRAIN}, none is. How many entities there are is another matter: any number can be
 * asked for, and {@link BindingSplit#entities} are those that training has. Whom a question is about is drawn evenly, so
 * whoever answers with the first, the last, or any one of k entities is right once in k times.
 */
public final class ContextWorld {
    private final BindingSplit split;
    private final ContextDraw draw;
    private final ContextPairs sources;

    ContextWorld(BindingSplit split) {
        this.split = split;
        draw = new ContextDraw(split);
        sources = new ContextPairs(split);
        split.entities().forEach(entities -> ContextRoom.requireRoom(entities, 1));
    }

    /** So many questions about contexts of a number of entities with a number of attributes each, 1 to 3. */
    public List<ContextQuestion> questions(Split pairs, int entities, int attributes, int count, long seed) {
        ContextRoom.requireRoom(entities, attributes);
        Random random = Seeds.random(seed);
        return Rejection.draw(
                count,
                what("questions", pairs, entities, attributes),
                () -> draw.question(pairs, ContextDraw.cast(entities, random), attributes, List.of(), random));
    }

    /** So many pairs of a question and the same question about a changed context. The base's foil is the other entity of the change. */
    public List<QuestionPair> pairs(
            ContextChange change, Split pairs, int entities, int attributes, int count, long seed) {
        ContextRoom.requireRoom(entities, attributes);
        ContextRoom.requireNewWords(change, entities);
        Random random = Seeds.random(seed);
        return Rejection.draw(count, what("pairs of questions", pairs, entities, attributes), () -> {
            List<Integer> cast = ContextDraw.cast(entities, random);
            return draw.question(pairs, cast, attributes, change.exchanges(cast), random)
                    .flatMap(base -> sources.changed(base, change, pairs, random));
        });
    }

    /**
     * So many pairs in which the four {@link Hypothesis hypotheses} give four answers: the source asks about another word,
     * which stands at another place, and is bound to what in the base belongs to a third.
     *
     * @param entities at least 4, one for each hypothesis
     */
    public List<QuestionPair> mixedPairs(Split pairs, int entities, int attributes, int count, long seed) {
        if (entities < Hypothesis.values().length) {
            throw new IllegalArgumentException("To tell " + Hypothesis.values().length
                    + " hypotheses apart, contexts need" + " as many entities at least; got " + entities + ".");
        }
        ContextRoom.requireRoom(entities, attributes);
        Random random = Seeds.random(seed);
        return Rejection.draw(count, what("pairs of questions", pairs, entities, attributes), () -> {
            List<Integer> cast = ContextDraw.cast(entities, random);
            return draw.question(pairs, cast, attributes, cast.subList(2, 4), random)
                    .flatMap(base -> sources.mixed(base, cast, pairs));
        });
    }

    /** Training text: contexts of the trained numbers of entities, each with a question about every binding, answered. */
    public TextSource source() {
        return new EpisodeText("contexts", Phrase.frame(), new ContextText(split));
    }

    private static String what(String things, Split pairs, int entities, int attributes) {
        return things + " about " + entities + " entities with " + attributes + " attributes of split " + pairs;
    }
}
