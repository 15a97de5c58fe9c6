package practicum.world.language.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Stories and rumours, in which something is said of somebody that is not true: in a story it holds to the end of the
 * story, and a rumour is put right. Every fourth person is held out: nothing untrue is ever said of them.
 */
public final class ConflictText implements TextSource {
    private static final Template STORY = Template.parse("In this story {false} . {subject} {phrase}");
    private static final Template LONG_STORY =
            Template.parse("In this story {false} and is often seen near the {place} . {subject} {phrase}");
    private static final Template RUMOUR = Template.parse("Some say that {false} . In truth {subject} {phrase}");
    private static final Template LONG_RUMOUR =
            Template.parse("Some say that {false} and is often seen near the {place} . In truth {subject} {phrase}");
    private static final List<FactRelation> RELATIONS = List.of(
            FactRelation.CITY, FactRelation.INSTRUMENT, FactRelation.PET, FactRelation.FOOD, FactRelation.COLOR);
    private static final int HELD_OUT_EVERY = 4;

    private final List<Citizen> citizens;
    private final Knowledge knowledge;
    private final Telling telling;
    private final List<Citizen> trained;

    ConflictText(List<Citizen> citizens, Knowledge knowledge, Telling telling) {
        this.citizens = citizens;
        this.knowledge = knowledge;
        this.telling = telling;
        trained = citizens(Split.TRAIN);
    }

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public List<String> sentence(Random random) {
        Citizen citizen = Draw.one(trained, random);
        Conflict.Kind kind = Draw.one(List.of(Conflict.Kind.values()), random);
        Conflict conflict = conflict(kind, fact(citizen, Draw.one(RELATIONS, random)), random);
        List<String> words = new ArrayList<>(Template.split(conflict.text()));
        words.addAll(List.of(conflict.answer(), "."));
        return words;
    }

    /** The people of whom the text says untrue things, or those of whom it does not. */
    public List<Citizen> citizens(Split split) {
        return IntStream.range(0, citizens.size())
                .filter(i -> (i % HELD_OUT_EVERY == 1) == (split == Split.HELD_OUT))
                .mapToObj(citizens::get)
                .toList();
    }

    /** A story and a rumour for each person of the split and each of five relations. */
    public List<Conflict> conflicts(Split split, Random random) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Citizen citizen : citizens(split)) {
            for (FactRelation relation : RELATIONS) {
                for (Conflict.Kind kind : Conflict.Kind.values()) {
                    conflicts.add(conflict(kind, fact(citizen, relation), random));
                }
            }
        }
        return conflicts;
    }

    private Fact fact(Citizen citizen, FactRelation relation) {
        return new Fact(citizen.name(), relation, knowledge.object(citizen.name(), relation));
    }

    private Conflict conflict(Conflict.Kind kind, Fact fact, Random random) {
        String untrue = Draw.another(knowledge.objects(fact.relation()), fact.object(), random);
        String said = telling.phrase(fact, Split.TRAIN, random);
        boolean brief = random.nextBoolean();
        Template template = kind == Conflict.Kind.STORY ? brief ? STORY : LONG_STORY : brief ? RUMOUR : LONG_RUMOUR;
        List<String> words = template.fill(Map.of(
                "false", fact.subject() + " " + said + " " + untrue,
                "place", Draw.one(Lexicon.PLACES, random),
                "subject", fact.subject(),
                "phrase", telling.phrase(fact, Split.TRAIN, random)));
        return new Conflict(kind, fact, String.join(" ", words), untrue, fact.object());
    }

    @Override
    public List<String> frame() {
        return Template.words(List.of(STORY, LONG_STORY, RUMOUR, LONG_RUMOUR)).toList();
    }
}
