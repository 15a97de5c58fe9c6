package practicum.world.language.social;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Dialogues with an assistant. One to three lines show as many traits; in four of five the question is about one of them,
 * else the answer is a coin's. For each value and question one line of three is held out: it shows the value, but never before this
 * question.
 */
public final class DialogueText implements TextSource {
    private static final int UNTOLD_EVERY = 5;

    private final long seed;

    /** @param seed decides what is held out */
    public DialogueText(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "dialogues";
    }

    @Override
    public List<String> sentence(Random random) {
        List<Trait> traits = Draw.some(Trait.values().length, List.of(Trait.values()), random);
        int lines = Draw.between(1, traits.size(), random);
        boolean untold = lines < traits.size() && random.nextInt(UNTOLD_EVERY) == 0;
        Trait asked = untold ? traits.get(lines) : traits.get(random.nextInt(lines));
        Dialogue dialogue = dialogue(traits.subList(0, lines), asked, Split.TRAIN, random);
        return Template.split(dialogue.text() + " " + dialogue.answer() + " .");
    }

    /** Dialogues that tell the answer, whose line about it goes with the question in the text, or never does. */
    public List<Dialogue> dialogues(Split split, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    List<Trait> traits =
                            Draw.some(Draw.between(1, Trait.values().length, random), List.of(Trait.values()), random);
                    return dialogue(traits, Draw.one(traits, random), split, random);
                })
                .toList();
    }

    private Dialogue dialogue(List<Trait> traits, Trait asked, Split split, Random random) {
        Trait.Question question = Draw.one(asked.questions(), random);
        Map<Trait, Integer> shown = new EnumMap<>(Trait.class);
        List<String> lines = new ArrayList<>();
        for (Trait trait : traits) {
            int value = random.nextInt(2);
            List<String> all = trait.lines(value);
            shown.put(trait, value);
            lines.add(Draw.one(trait == asked ? lines(all, question, split) : all, random));
        }
        int value = shown.getOrDefault(asked, random.nextInt(2));
        String text =
                "user : " + String.join(" . ", lines) + " . " + question.text() + " assistant : " + question.reply();
        return new Dialogue(
                lines,
                shown,
                asked,
                text,
                question.answers().get(value),
                question.answers().get(1 - value));
    }

    /** The lines after which the text may answer this question, or those after which it never does. */
    private List<String> lines(List<String> all, Trait.Question question, Split split) {
        String heldOut = all.get((int) (Seeds.share(seed, question.text() + " " + all.get(0)) * all.size()));
        return all.stream()
                .filter(line -> line.equals(heldOut) == (split == Split.HELD_OUT))
                .toList();
    }

    @Override
    public List<String> frame() {
        Stream<String> lines = Stream.of(Trait.values())
                .flatMap(trait -> Stream.concat(trait.lines(0).stream(), trait.lines(1).stream()));
        Stream<String> questions = Stream.of(Trait.values())
                .flatMap(trait -> trait.questions().stream())
                .flatMap(
                        question -> Stream.of(question.text(), question.reply(), String.join(" ", question.answers())));
        return Stream.concat(Stream.concat(lines, questions), Stream.of("user assistant : ."))
                .flatMap(text -> Template.split(text).stream())
                .toList();
    }
}
