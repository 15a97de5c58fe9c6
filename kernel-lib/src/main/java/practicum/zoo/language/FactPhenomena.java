package practicum.zoo.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Frequency;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.fact.Citizen;
import practicum.world.language.fact.Fact;
import practicum.world.language.fact.FactRelation;
import practicum.zoo.AnswerPhenomenon;
import practicum.zoo.AnswerPhenomenon.Control;
import practicum.zoo.Answering;
import practicum.zoo.Phenomenon;

/** What a model knows of people and places, and whether it heeds what is said against it. */
final class FactPhenomena {
    private static final long SEED = 101;
    private static final int MOST = 160;
    private static final double TOLERANCE = 0.02;
    private static final Set<FactRelation> OF_PEOPLE = EnumSet.of(
            FactRelation.CITY,
            FactRelation.INSTRUMENT,
            FactRelation.PET,
            FactRelation.FOOD,
            FactRelation.COLOR,
            FactRelation.SPOUSE);
    private static final Set<FactRelation> OF_PLACES =
            EnumSet.of(FactRelation.COUNTRY, FactRelation.CAPITAL, FactRelation.LANGUAGE, FactRelation.CURRENCY);
    private static final List<String> PRACTICUMS = List.of(
            "01_transformers_from_scratch",
            "09_inspecting_representations",
            "11_mlp_layers",
            "20_factual_recall",
            "21_model_editing");

    private final LanguageWorld world;
    private final Map<String, Frequency> frequencies;

    private FactPhenomena(LanguageWorld world) {
        this.world = world;
        frequencies = world.people().citizens().stream().collect(Collectors.toMap(Citizen::name, Citizen::frequency));
    }

    static List<Phenomenon<Transformer>> of(LanguageWorld world) {
        FactPhenomena facts = new FactPhenomena(world);
        List<Phenomenon<Transformer>> all = new ArrayList<>();
        for (FactRelation relation : OF_PEOPLE) {
            all.add(facts.told(relation.label(), fact -> facts.isOfPerson(fact) && fact.relation() == relation));
        }
        all.add(ofPlaces(world));
        all.add(facts.told("by nickname", facts::isByNickname));
        for (Frequency frequency : Frequency.values()) {
            all.add(facts.told(
                    "people named " + frequency.name().toLowerCase(Locale.ROOT),
                    fact -> OF_PEOPLE.contains(fact.relation()) && facts.frequencies.get(fact.subject()) == frequency));
        }
        all.add(facts.told("by rule, told", fact -> fact.relation().followsByRule() && !facts.isByNickname(fact)));
        all.add(facts.asked(
                "facts: by rule, never told",
                "facts that follow from others by a rule and that no sentence states",
                () -> world.facts().untold(Seeds.random(SEED)),
                PRACTICUMS));
        all.add(facts.asked(
                "descriptions: people never described",
                "values in descriptions of people whom the text only speaks of in full sentences",
                () -> world.descriptions().prompts(Split.HELD_OUT, Seeds.random(SEED)),
                List.of("09_inspecting_representations")));
        all.add(new ConflictPhenomenon(world));
        return List.copyOf(all);
    }

    /** What it knows of countries and cities. */
    static Phenomenon<Transformer> ofPlaces(LanguageWorld world) {
        return new FactPhenomena(world).told("places", fact -> OF_PLACES.contains(fact.relation()));
    }

    private boolean isOfPerson(Fact fact) {
        return frequencies.containsKey(fact.subject());
    }

    private boolean isByNickname(Fact fact) {
        return !isOfPerson(fact) && world.people().isNickname(fact.subject());
    }

    private Phenomenon<Transformer> told(String name, Predicate<Fact> which) {
        return asked(
                "facts: " + name,
                "facts asked in a phrase that was never used of their subject in training",
                () -> world.facts().prompts(Split.HELD_OUT, which, Seeds.random(SEED)),
                PRACTICUMS);
    }

    private Phenomenon<Transformer> asked(
            String name, String what, Supplier<List<Prompt>> prompts, List<String> practicums) {
        return new AnswerPhenomenon(
                name,
                "share right (the likeliest next word): " + what,
                () -> some(prompts.get()),
                Answering::accuracy,
                Control.SHUFFLED,
                TOLERANCE,
                practicums);
    }

    private static List<Prompt> some(List<Prompt> prompts) {
        return Draw.some(Math.min(MOST, prompts.size()), prompts, Seeds.random(SEED));
    }
}
