package practicum.world.binding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Split;
import practicum.world.TextSource;

/**
 * Stories about two characters and who sees whom, questions about what they believe, and pairs of these to interchange
 * activations between (Prakash et al. 2025, arXiv 2505.14685).
 *
 * <p>In a question of {@link Split#HELD_OUT} both containers hold a drink that training never puts into them; in one of
 * {@link Split#TRAIN} neither does. A third of the questions each are about what the character did itself, saw, and did
 * not see; so the first drink, the second, and "unknown" are each the answer to a third.
 */
public final class BeliefWorld {
    private final BindingSplit split;

    BeliefWorld(BindingSplit split) {
        this.split = split;
    }

    /** So many questions. */
    public List<BeliefQuestion> questions(Split pairs, int count, long seed) {
        Random random = Seeds.random(seed);
        return Rejection.draw(count, "questions about beliefs of split " + pairs, () -> question(pairs, random));
    }

    /**
     * So many pairs in which interchanging one variable of the {@link BeliefModel} gives an answer that neither question
     * has by itself; for {@link BeliefModel#ANSWER}, one that the base has not. The source has none of the base's words.
     *
     * @param variable one of {@link BeliefModel}'s variables
     */
    public List<BeliefPair> pairs(String variable, Split pairs, int count, long seed) {
        if (!BeliefModel.model().variables().contains(variable)) {
            throw new IllegalArgumentException("The belief model has no variable \"" + variable
                    + "\" to interchange; it has " + BeliefModel.model().variables() + ".");
        }
        Random random = Seeds.random(seed);
        return Rejection.draw(
                count, "pairs for the variable \"" + variable + "\" of split " + pairs, () -> question(pairs, random)
                        .flatMap(base -> stranger(base, pairs, random))
                        .filter(pair -> shows(pair, variable)));
    }

    private static boolean shows(BeliefPair pair, String variable) {
        return variable.equals(BeliefModel.ANSWER)
                ? !pair.source().answer().equals(pair.base().answer())
                : pair.tellsApart(variable);
    }

    /**
     * So many pairs whose source tells the same actions in the other order, with other drinks, and asks the same: the places
     * of character and container are exchanged, as for the binding lookback. All questions have a drink as the answer.
     */
    public List<BeliefPair> mirrorPairs(Split pairs, int count, long seed) {
        Random random = Seeds.random(seed);
        return Rejection.draw(count, "mirrored pairs of split " + pairs, () -> question(pairs, random)
                .filter(base -> !base.answer().equals(BeliefQuestion.UNKNOWN))
                .flatMap(base -> mirror(base, pairs, random)));
    }

    /** Training text: stories, each with the four questions about it, answered. */
    public TextSource source() {
        return new EpisodeText("beliefs", BeliefStory.frame(), this::episode);
    }

    // ---------------------------------------------------------------- drawing

    private Optional<BeliefQuestion> question(Split pairs, Random random) {
        int character = random.nextInt(2);
        int of = random.nextInt(3);
        Sight other = Draw.one(List.of(Sight.values()), random);
        Sight own =
                switch (of) {
                    case 0 -> Draw.one(List.of(Sight.values()), random);
                    case 1 -> Sight.SEES;
                    default -> Draw.one(List.of(Sight.BLIND, Sight.UNSAID), random);
                };
        List<Sight> sights = character == 0 ? List.of(own, other) : List.of(other, own);
        int container = of == 0 ? character : 1 - character;
        String phrase = Draw.one(BeliefQuestion.PHRASES, random);
        return story(sights, Draw.one(BeliefStory.ACTS, random), random.nextBoolean(), pairs, Set.of(), random)
                .map(story -> new BeliefQuestion(story, character, container, phrase));
    }

    private Optional<BeliefStory> story(
            List<Sight> sights, String act, boolean secondFirst, Split pairs, Set<String> used, Random random) {
        List<String> characters = two(Kind.NAME, used, random);
        List<String> containers = two(Kind.CONTAINER, used, random);
        List<String> drinks = two(Kind.DRINK, used, random);
        if (characters.isEmpty() || containers.isEmpty() || drinks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BeliefStory(characters, containers, drinks, sights, act, secondFirst))
                .filter(story -> allowed(story, pairs));
    }

    private boolean allowed(BeliefStory story, Split pairs) {
        return split.allows(pairs, story.containers().get(0), story.drinks().get(0))
                && split.allows(pairs, story.containers().get(1), story.drinks().get(1));
    }

    private static List<String> two(Kind kind, Set<String> used, Random random) {
        List<String> others = kind.others(used, random);
        return others.size() < 2 ? List.of() : others.subList(0, 2);
    }

    /** A question of the same form about other things; who sees whom, if said, and what is asked, are drawn anew. */
    private Optional<BeliefPair> stranger(BeliefQuestion base, Split pairs, Random random) {
        BeliefStory of = base.story();
        List<Sight> sights = of.sights().stream()
                .map(sight -> sight == Sight.UNSAID ? sight : Draw.one(List.of(Sight.SEES, Sight.BLIND), random))
                .toList();
        Set<String> used = words(of);
        int character = random.nextInt(2);
        int container = random.nextInt(2);
        return story(sights, of.act(), of.secondFirst(), pairs, used, random)
                .map(story -> new BeliefPair(base, new BeliefQuestion(story, character, container, base.phrase())));
    }

    private Optional<BeliefPair> mirror(BeliefQuestion base, Split pairs, Random random) {
        BeliefStory mirrored = base.story().mirrored();
        BeliefStory fresh = new BeliefStory(
                mirrored.characters(),
                mirrored.containers(),
                two(Kind.DRINK, Set.copyOf(mirrored.drinks()), random),
                mirrored.sights(),
                mirrored.act(),
                mirrored.secondFirst());
        return Optional.of(fresh)
                .filter(story -> allowed(story, pairs))
                .map(story -> new BeliefPair(
                        base, new BeliefQuestion(story, 1 - base.character(), 1 - base.container(), base.phrase())));
    }

    private static Set<String> words(BeliefStory story) {
        List<String> words = new ArrayList<>(story.characters());
        words.addAll(story.containers());
        words.addAll(story.drinks());
        return Set.copyOf(words);
    }

    // ---------------------------------------------------------------- training

    private Optional<List<String>> episode(Set<String> used, Random random) {
        for (int i = 0; i < 200; i++) {
            Optional<BeliefStory> story = question(Split.TRAIN, random)
                    .map(BeliefQuestion::story)
                    .filter(each -> Collections.disjoint(words(each), used));
            if (story.isPresent()) {
                used.addAll(words(story.get()));
                return Optional.of(told(story.get(), random));
            }
        }
        return Optional.empty();
    }

    private static List<String> told(BeliefStory story, Random random) {
        Marker marker = new Marker(story.marked());
        for (int which : Draw.some(4, List.of(0, 1, 2, 3), random)) {
            BeliefQuestion question =
                    new BeliefQuestion(story, which / 2, which % 2, Draw.one(BeliefQuestion.PHRASES, random));
            question.ask(marker).write(question.answer() + " .");
        }
        return marker.text().words();
    }
}
