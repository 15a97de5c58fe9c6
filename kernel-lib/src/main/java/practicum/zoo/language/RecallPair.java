package practicum.zoo.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.language.LanguageWorld;
import practicum.world.language.fact.Fact;
import practicum.world.language.fact.FactRelation;

/**
 * The same question about two people of whom different things are true. Between the name, which has two words, and what is
 * asked stand seven words, as they do in the text.
 *
 * @param source whose value is to come back
 * @param target whose question is asked
 */
record RecallPair(Fact source, Fact target) {
    /** What is asked: relations whose object is one word. */
    static final Set<FactRelation> RELATIONS = EnumSet.of(
            FactRelation.CITY, FactRelation.INSTRUMENT, FactRelation.PET, FactRelation.FOOD, FactRelation.COLOR);

    /** Where the name ends: {@code <bos> first last}. */
    static final int NAME_END = 2;

    private static final String ASIDE = ", as most people around here know ,";

    /** "Mary Hill , as most people around here know , lives in". */
    static String question(Fact fact) {
        return fact.subject() + " " + ASIDE + " " + fact.relation().phrases().get(0);
    }

    /** What is given of people with names of two words. */
    static List<Fact> facts(LanguageWorld world, FactRelation relation) {
        return world.people().knowledge().with(relation).stream()
                .filter(fact -> world.people().knowledge().given().contains(fact))
                .filter(fact -> fact.subject().split(" ").length == 2)
                .toList();
    }

    /** Pairs of one relation; all questions have the same length. */
    static List<RecallPair> some(LanguageWorld world, FactRelation relation, int count) {
        List<Fact> facts = facts(world, relation);
        Random random = Seeds.random(relation.ordinal());
        List<RecallPair> pairs = new ArrayList<>();
        while (pairs.size() < count) {
            Fact source = Draw.one(facts, random);
            Fact target = Draw.one(facts, random);
            if (!source.object().equals(target.object())) {
                pairs.add(new RecallPair(source, target));
            }
        }
        return pairs;
    }
}
