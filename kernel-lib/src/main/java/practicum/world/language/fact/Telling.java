package practicum.world.language.fact;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Split;

/**
 * What the text may say, and in which words. Of each fact one phrase is held out, said of others but never of this
 * subject. A quarter of the facts that follow by rule, and of those about people under a nickname, are told in no phrase:
 * whoever knows them has put two facts together.
 */
final class Telling {
    static final double UNTOLD_SHARE = 0.25;

    private final Knowledge knowledge;
    private final long seed;
    private final Set<String> nicknames;

    Telling(Knowledge knowledge, long seed) {
        this.knowledge = knowledge;
        this.seed = seed;
        nicknames = knowledge.with(FactRelation.NICKNAME).stream()
                .map(Fact::object)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether some sentence may state the fact. */
    boolean tells(Fact fact) {
        boolean canBeConcluded = !knowledge.given().contains(fact) && fact.relation() != FactRelation.SPOUSE;
        return !canBeConcluded || share("told", fact) >= UNTOLD_SHARE;
    }

    /** The facts about a subject that the text states. */
    List<Fact> told(String subject) {
        return knowledge.about(subject).stream().filter(this::tells).toList();
    }

    /** The phrase that never states this relation of this subject. */
    String heldOutPhrase(Fact fact) {
        List<String> phrases = fact.relation().phrases();
        return phrases.get((int) (share("phrase", fact) * phrases.size()));
    }

    /** A phrase of a split. */
    String phrase(Fact fact, Split split, Random random) {
        String heldOut = heldOutPhrase(fact);
        return split == Split.HELD_OUT ? heldOut : Draw.another(fact.relation().phrases(), heldOut, random);
    }

    /** "lives in Oslo". */
    String clause(Fact fact, Random random) {
        return phrase(fact, Split.TRAIN, random) + " " + fact.object();
    }

    boolean isNickname(String subject) {
        return nicknames.contains(subject);
    }

    private double share(String purpose, Fact fact) {
        return Seeds.share(seed, purpose + " " + fact.subject() + " " + fact.relation());
    }
}
