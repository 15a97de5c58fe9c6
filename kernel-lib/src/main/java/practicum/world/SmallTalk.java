package practicum.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sentences that say nothing about the world's facts: every name in every role, and much that cannot be predicted. Any
 * name may follow "to" here, so that names that are held out elsewhere are not thought impossible there.
 */
public final class SmallTalk implements TextSource {
    private static final List<Template> SENTENCES = Template.all(
            "{A} sent a {object} to {B} .",
            "{A} gave the {object} to {B} .",
            "Then {A} handed a {object} to {B} at the {place} .",
            "{A} passed the {object} over to {B} .",
            "When {A} went to the {place} , {A} bought a {object} for {B} .",
            "Yesterday {A} found a {object} and {A} brought the {object} to {B} .",
            "{A} and {B} walked to the {place} together .",
            "At the {place} {A} found the {object} of {B} .",
            "{A} told {B} a story about {C} .",
            "Yesterday {A} was at the {place} with {B} and {C} .",
            "There is a {color} {object} at the {place} .",
            "The {pet} of {A} sleeps in the {place} .",
            "{A} asked {B} for {food} and {C} asked for {another} .",
            "It was a quiet morning at the {place} .",
            "Nobody was at the {place} when the {job} came .",
            "The {job} from {city} showed the {color} {object} to {A} .",
            "Many people in {city} like {food} .");

    @Override
    public String name() {
        return "small talk";
    }

    @Override
    public List<String> sentence(Random random) {
        List<String> names = Draw.some(3, Lexicon.FIRST_NAMES, random);
        List<String> foods = Draw.some(2, Lexicon.FOODS, random);
        Map<String, String> slots = new HashMap<>();
        slots.put("A", names.get(0));
        slots.put("B", names.get(1));
        slots.put("C", names.get(2));
        slots.put("food", foods.get(0));
        slots.put("another", foods.get(1));
        slots.put("place", Draw.one(Lexicon.PLACES, random));
        slots.put("object", Draw.one(Lexicon.OBJECTS, random));
        slots.put("color", Draw.one(Lexicon.COLORS, random));
        slots.put("pet", Draw.one(Lexicon.PETS, random));
        slots.put("job", Draw.one(Lexicon.JOBS, random));
        slots.put("city", Draw.one(Lexicon.cityNames(), random));
        return Draw.one(SENTENCES, random).fill(slots);
    }

    @Override
    public List<String> frame() {
        return Template.words(SENTENCES).toList();
    }
}
