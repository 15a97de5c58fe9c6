package practicum.world.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A parser written from the documentation alone: the documented rules, each split by number, so that agreement is part of
 * the grammar; and counts of derivations by dynamic programming. It knows nothing of how sentences are made.
 */
final class NumberedGrammar {
    private record Symbol(String name, GrammaticalNumber number) {}

    private record Span(Symbol symbol, int from, int to) {}

    private record Parts(PhraseRule rule, GrammaticalNumber number, int part, int from, int to) {}

    private static final String GAPPED = "gapped ";
    private static final List<GrammaticalNumber> NUMBERS =
            List.of(GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL);

    private final Map<String, List<PhraseRule>> rules;
    private final Map<String, Map<String, List<GrammaticalNumber>>> lexicon = new HashMap<>();
    private final Map<Span, Long> counts = new HashMap<>();
    private final Map<Parts, Long> partCounts = new HashMap<>();
    private List<String> words = List.of();
    private boolean open;

    NumberedGrammar(GrammarWorld world) {
        rules = world.rules().rules().stream()
                .flatMap(NumberedGrammar::split)
                .collect(Collectors.groupingBy(PhraseRule::left, LinkedHashMap::new, Collectors.toList()));
        for (Noun noun : world.nouns()) {
            add("NOUN", noun.singular(), GrammaticalNumber.SINGULAR);
            add("NOUN", noun.plural(), GrammaticalNumber.PLURAL);
        }
        for (Verb verb : world.verbs()) {
            boolean clausal = List.of("say", "think", "know", "hope").contains(verb.base());
            String kind = clausal ? "CLAUSAL" : verb.objects().isEmpty() ? "INTRANSITIVE" : "TRANSITIVE";
            add(kind, verb.third(), GrammaticalNumber.SINGULAR);
            add(kind, verb.base(), GrammaticalNumber.PLURAL);
        }
        for (Adjective adjective : world.adjectives()) {
            addBoth("PREDICATE", adjective.form());
            addBoth(adjective.place().toUpperCase(Locale.ROOT), adjective.form());
        }
        addAll("DETERMINER", "a this every", "some these many", "the");
        addAll("BE", "is", "are", "");
        addAll("REFLEXIVE", "itself himself herself", "themselves", "");
        addAll("PREPOSITION", "", "", "near behind beside above under with");
        addAll("FREQUENCY", "", "", "often always never seldom");
        addAll("MANNER", "", "", "quietly slowly gladly badly");
        addAll("RELATIVE", "", "", "that");
        addAll("COMPLEMENTIZER", "", "", "that");
        addAll("AND", "", "", "and");
        addAll("COMMA", "", "", ",");
        addAll("STOP", "", "", ".");
    }

    private void addAll(String kind, String singular, String plural, String both) {
        List.of(singular.split(" ")).forEach(form -> add(kind, form, GrammaticalNumber.SINGULAR));
        List.of(plural.split(" ")).forEach(form -> add(kind, form, GrammaticalNumber.PLURAL));
        List.of(both.split(" ")).forEach(form -> addBoth(kind, form));
    }

    private void addBoth(String kind, String form) {
        NUMBERS.forEach(number -> add(kind, form, number));
    }

    private void add(String kind, String form, GrammaticalNumber number) {
        List<GrammaticalNumber> numbers =
                lexicon.computeIfAbsent(kind, none -> new HashMap<>()).computeIfAbsent(form, none -> new ArrayList<>());
        if (!numbers.contains(number)) {
            numbers.add(number);
        }
    }

    /** How many trees a sentence has. */
    long trees(List<String> sentence) {
        return count(sentence, false);
    }

    /** Whether any sentence begins with these words. */
    boolean begins(List<String> prefix) {
        return count(prefix, true) > 0;
    }

    private long count(List<String> sentence, boolean mayGoOn) {
        words = sentence;
        open = mayGoOn;
        counts.clear();
        partCounts.clear();
        // The start's number is its main verb's.
        return NUMBERS.stream()
                .mapToLong(number -> count(new Symbol(PhraseGrammar.START, number), 0, words.size()))
                .sum();
    }

    /** Trees of one phrase over some words; a phrase that touches the end of an open text may miss its rest. */
    private long count(Symbol symbol, int from, int to) {
        Span span = new Span(symbol, from, to);
        Long known = counts.get(span);
        if (known != null) {
            return known;
        }
        long sum = 0;
        List<PhraseRule> expansions = rules.getOrDefault(symbol.name(), List.of());
        if (from == to) {
            sum = open && from == words.size() ? 1 : 0;
        } else if (expansions.isEmpty()) {
            boolean fits = to == from + 1
                    && Objects.requireNonNull(lexicon.get(symbol.name()))
                            .getOrDefault(words.get(from), List.of())
                            .contains(symbol.number());
            sum = fits ? 1 : 0;
        } else {
            for (PhraseRule rule : expansions) {
                sum += parts(rule, symbol.number(), 0, from, to);
            }
        }
        counts.put(span, sum);
        return sum;
    }

    private long parts(PhraseRule rule, GrammaticalNumber number, int part, int from, int to) {
        if (part == rule.right().size()) {
            return from == to ? 1 : 0;
        }
        Parts key = new Parts(rule, number, part, from, to);
        Long known = partCounts.get(key);
        if (known != null) {
            return known;
        }
        long sum = 0;
        for (int middle = from; middle <= to; middle++) {
            long rest = parts(rule, number, part + 1, middle, to);
            if (rest > 0) {
                for (GrammaticalNumber each : numbers(rule, number, part)) {
                    sum += rest * count(new Symbol(rule.right().get(part), each), from, middle);
                }
            }
        }
        partCounts.put(key, sum);
        return sum;
    }

    /** The numbers that a part may have in a phrase of some number. */
    private List<GrammaticalNumber> numbers(PhraseRule rule, GrammaticalNumber number, int part) {
        String name = rule.right().get(part);
        if (rule.left().equals("NP.joint")) {
            boolean isNoun = name.equals("NP.whole");
            return number == GrammaticalNumber.PLURAL ? (isNoun ? NUMBERS : one()) : List.of();
        }
        boolean bare = rule.left().equals("NP.plain") && rule.right().size() == 1;
        if (bare && number == GrammaticalNumber.SINGULAR) {
            return List.of();
        }
        if (name.startsWith(GAPPED)) {
            return NUMBERS;
        }
        if (part == rule.head()) {
            return List.of(number);
        }
        return switch (rule.relations().get(part)) {
            case NSUBJ, DET, RELCL, CONJ -> List.of(number);
            case DOBJ ->
                switch (name) {
                    case "REFLEXIVE" -> List.of(number);
                    case "RELATIVE" -> one(); // "that" has no number
                    default -> NUMBERS;
                };
            case POBJ, CCOMP -> NUMBERS;
            default -> one();
        };
    }

    /** "that the dogs see" fits a noun of either number, while its own subject and verb agree: they become one part. */
    private static Stream<PhraseRule> split(PhraseRule rule) {
        if (!rule.left().startsWith("SBAR.in") || rule.right().size() < 3) {
            return Stream.of(rule);
        }
        String gapped = GAPPED + rule.left();
        return Stream.of(
                new PhraseRule(
                        rule.left(),
                        List.of(rule.right().get(0), gapped),
                        rule.probability(),
                        1,
                        rule.relations().subList(0, 2)),
                new PhraseRule(
                        gapped,
                        rule.right().subList(1, 3),
                        1,
                        1,
                        rule.relations().subList(1, 3)));
    }

    private static List<GrammaticalNumber> one() {
        return List.of(GrammaticalNumber.SINGULAR);
    }
}
