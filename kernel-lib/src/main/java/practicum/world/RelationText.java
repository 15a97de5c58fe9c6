package practicum.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lists of pairs in one relation: "France -> Paris ; Japan -> Tokyo". The relation must be told from the pairs. Every
 * fifth pair is held out: it is known from sentences only.
 */
public final class RelationText implements TextSource {
    private static final int FEWEST = 2;
    private static final int MOST = 8;

    private final List<Relation> relations;

    /** Lists in each of the relations. */
    public RelationText(List<Relation> relations) {
        this.relations = relations;
    }

    @Override
    public String name() {
        return "relations";
    }

    @Override
    public List<String> sentence(Random random) {
        Relation relation = Draw.one(relations, random);
        List<String> words = new ArrayList<>();
        for (String subject : Draw.some(Draw.between(FEWEST, MOST, random), relation.subjects(Split.TRAIN), random)) {
            words.addAll(List.of(subject, CopyText.ARROW, relation.object(subject), CopyText.SEPARATOR));
        }
        words.set(words.size() - 1, ".");
        return words;
    }

    /** A list of {@code examples} training pairs, then each subject of the split in turn. */
    public List<Prompt> prompts(Split split, int examples, Random random) {
        List<Prompt> prompts = new ArrayList<>();
        for (Relation relation : relations) {
            List<String> objects = relation.pairs().values().stream().distinct().toList();
            for (String subject : relation.subjects(split)) {
                StringBuilder text = new StringBuilder();
                for (String item : others(relation, subject, examples, random)) {
                    text.append(item)
                            .append(" -> ")
                            .append(relation.object(item))
                            .append(" ; ");
                }
                String answer = relation.object(subject);
                prompts.add(new Prompt(
                        relation.name(),
                        text.append(subject).append(" ->").toString(),
                        answer,
                        Draw.another(objects, answer, random)));
            }
        }
        return prompts;
    }

    private static List<String> others(Relation relation, String subject, int count, Random random) {
        List<String> others = relation.subjects(Split.TRAIN).stream()
                .filter(other -> !other.equals(subject))
                .toList();
        return Draw.some(count, others, random);
    }

    @Override
    public List<String> frame() {
        return List.of(CopyText.ARROW, CopyText.SEPARATOR, ".");
    }
}
