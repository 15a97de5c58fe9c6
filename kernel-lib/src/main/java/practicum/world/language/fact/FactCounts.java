package practicum.world.language.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import practicum.world.Template;
import practicum.world.Vocabulary;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often a text states each fact, and how often it names subject and object in one sentence, whatever it says of them:
 * what a model's knowledge is held against (Merullo et al. 2025, "On linear representations and pretraining data
 * frequency", arXiv 2504.12459). The text is read, not the generator: distractors, stories and rumours count as they stand.
 */
public final class FactCounts {
    private static final Set<String> ENDS = Set.of(".", Vocabulary.BEGIN);
    private static final int LONGEST_NAME = 3;

    private final Map<Fact, Integer> stated = new LinkedHashMap<>();
    private final Map<Fact, Integer> together = new LinkedHashMap<>();
    private final Map<String, List<Wording>> bySubject;

    private FactCounts(Knowledge knowledge) {
        knowledge.all().forEach(fact -> {
            stated.put(fact, 0);
            together.put(fact, 0);
        });
        bySubject = knowledge.all().stream().map(Wording::of).collect(Collectors.groupingBy(wording -> wording.fact()
                .subject()));
    }

    /** A fact's object, and the ways to state it, word by word. */
    private record Wording(Fact fact, List<String> object, List<List<String>> statements) {
        static Wording of(Fact fact) {
            return new Wording(
                    fact,
                    Template.split(fact.object()),
                    fact.relation().phrases().stream()
                            .map(phrase -> Template.split(phrase + " " + fact.object()))
                            .toList());
        }
    }

    /** Counts in a text, word by word; sentences end with a full stop or where a sequence begins. */
    public static FactCounts in(Stream<String> words, Knowledge knowledge) {
        FactCounts counts = new FactCounts(knowledge);
        List<String> sentence = new ArrayList<>();
        words.forEachOrdered(word -> {
            if (ENDS.contains(word)) {
                counts.read(sentence);
                sentence.clear();
            } else {
                sentence.add(word);
            }
        });
        counts.read(sentence);
        return counts;
    }

    /** Sentences that state the fact: its subject is the first named, and a phrase is followed by its object. */
    public int stated(Fact fact) {
        return count(stated, fact);
    }

    /** Sentences that name the fact's subject and its object. */
    public int together(Fact fact) {
        return count(together, fact);
    }

    private static int count(Map<Fact, Integer> counts, Fact fact) {
        Integer count = counts.get(fact);
        if (count == null) {
            throw new IllegalArgumentException("\"" + fact + "\" is not true in this world, so it was not counted.");
        }
        return count;
    }

    private void read(List<String> sentence) {
        List<String> subjects = subjects(sentence);
        for (String subject : new HashSet<>(subjects)) {
            boolean isFirst = subject.equals(subjects.get(0));
            for (Wording wording : bySubject.getOrDefault(subject, List.of())) {
                if (!contains(sentence, wording.object())) {
                    continue;
                }
                together.merge(wording.fact(), 1, Integer::sum);
                if (isFirst && wording.statements().stream().anyMatch(statement -> contains(sentence, statement))) {
                    stated.merge(wording.fact(), 1, Integer::sum);
                }
            }
        }
    }

    private static boolean contains(List<String> sentence, List<String> words) {
        return Collections.indexOfSubList(sentence, words) >= 0;
    }

    /** Everything named that facts are known of, in order; the longest name wins. */
    private List<String> subjects(List<String> sentence) {
        List<String> subjects = new ArrayList<>();
        int at = 0;
        while (at < sentence.size()) {
            int length = Math.min(LONGEST_NAME, sentence.size() - at);
            while (length > 0 && !bySubject.containsKey(String.join(" ", sentence.subList(at, at + length)))) {
                length--;
            }
            if (length > 0) {
                subjects.add(String.join(" ", sentence.subList(at, at + length)));
            }
            at += Math.max(1, length);
        }
        return subjects;
    }

    /** One row per fact. */
    public Table table() {
        List<Fact> facts = List.copyOf(stated.keySet());
        return Table.create(
                "counts",
                StringColumn.create("subject", facts.stream().map(Fact::subject)),
                StringColumn.create(
                        "relation", facts.stream().map(fact -> fact.relation().label())),
                StringColumn.create("object", facts.stream().map(Fact::object)),
                IntColumn.create("stated", facts.stream().mapToInt(this::stated)),
                IntColumn.create("together", facts.stream().mapToInt(this::together)));
    }
}
