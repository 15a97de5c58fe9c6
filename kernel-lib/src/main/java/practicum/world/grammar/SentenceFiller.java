package practicum.world.grammar;

import static practicum.world.grammar.GrammaticalNumber.PLURAL;
import static practicum.world.grammar.GrammaticalNumber.SINGULAR;
import static practicum.world.grammar.GrammaticalNumber.UNMARKED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts words into a skeleton, from the main verb downwards: nouns, then verbs that go with them, then all that depends on
 * these. Numbers come first and know nothing of each other; forms follow.
 */
final class SentenceFiller {
    /** Nouns without a determiner are plural; of the others so many are singular that both numbers are as frequent. */
    static final double SINGULAR_WITH_DETERMINER = 0.5 / 0.85;

    private static final double THE = 0.5;
    private static final List<Dependency> FURTHER_CLAUSES = List.of(Dependency.CONJ, Dependency.CCOMP);

    private final Skeleton skeleton;
    private final Random random;
    private final @Nullable Noun[] nouns;
    private final @Nullable String[] forms;
    private final @Nullable String[] lemmas;
    private final GrammaticalNumber[] numbers;

    private SentenceFiller(Skeleton skeleton, Random random) {
        this.skeleton = skeleton;
        this.random = random;
        nouns = new Noun[skeleton.length()];
        forms = new String[skeleton.length()];
        lemmas = new String[skeleton.length()];
        numbers = new GrammaticalNumber[skeleton.length()];
        Arrays.fill(numbers, UNMARKED);
    }

    /** The skeleton with words. */
    static ParsedSentence fill(Skeleton skeleton, Random random) {
        return new SentenceFiller(skeleton, random).sentence();
    }

    private ParsedSentence sentence() {
        drawNumbers();
        clause(skeleton.root());
        fillOther();
        List<ParsedWord> words = IntStream.range(0, skeleton.length())
                .mapToObj(i -> new ParsedWord(
                        i,
                        Objects.requireNonNull(forms[i]),
                        Objects.requireNonNull(lemmas[i]),
                        skeleton.wordClass(i).tag(),
                        numbers[i],
                        skeleton.head(i),
                        skeleton.relation(i)))
                .toList();
        return new ParsedSentence(words, skeleton.constituents());
    }

    private void drawNumbers() {
        for (int i = 0; i < skeleton.length(); i++) {
            if (skeleton.wordClass(i) == WordClass.NOUN) {
                boolean bare = skeleton.child(i, Dependency.DET) < 0;
                numbers[i] = !bare && random.nextDouble() < SINGULAR_WITH_DETERMINER ? SINGULAR : PLURAL;
            }
        }
    }

    // ---------------------------------------------------------------- nouns and verbs

    /** A verb with its arguments, and all that stands below them; arguments that a relative clause shares are there. */
    private void clause(int verb) {
        int subject = skeleton.subject(verb);
        int object = skeleton.object(verb);
        boolean freeSubject = nouns[subject] == null;
        boolean freeObject = object >= 0 && nouns[object] == null;
        if (skeleton.wordClass(verb) == WordClass.BE) {
            putNouns(subject, freeSubject, noun -> true);
        } else {
            List<Verb> verbs = GrammarLexicon.verbs(skeleton.wordClass(verb));
            if (freeSubject && (object < 0 || freeObject)) {
                putNoun(subject, noun -> verbs.stream().anyMatch(each -> each.takesSubject(noun)));
            }
            Verb chosen = one(verbs, each -> fits(each, verb, subject, object));
            boolean itself = skeleton.reflexive(verb) >= 0;
            putNouns(subject, freeSubject, noun -> chosen.takesSubject(noun) && (!itself || chosen.takesObject(noun)));
            if (object >= 0) {
                putNouns(object, freeObject, chosen::takesObject);
            }
            lemmas[verb] = chosen.base();
            conjugate(verb, subject, chosen.third(), chosen.base());
        }
        if (freeSubject) {
            modify(subject);
        }
        if (freeObject) {
            modify(object);
        }
        phrases(verb);
        for (Dependency further : FURTHER_CLAUSES) {
            for (int other : skeleton.children(verb, further)) {
                clause(other);
            }
        }
    }

    private boolean fits(Verb verb, int at, int subject, int object) {
        boolean subjects = known(subject)
                .allMatch(noun -> verb.takesSubject(noun) && (skeleton.reflexive(at) < 0 || verb.takesObject(noun)));
        return subjects && (object < 0 || known(object).allMatch(verb::takesObject));
    }

    private Stream<Noun> known(int noun) {
        return IntStream.of(skeleton.joined(noun)).mapToObj(i -> nouns[i]).filter(Objects::nonNull);
    }

    /** A noun and those that are joined to it, where they are still to be found. */
    private void putNouns(int noun, boolean free, Predicate<Noun> wanted) {
        if (free) {
            for (int i : skeleton.joined(noun)) {
                if (nouns[i] == null) {
                    putNoun(i, wanted);
                }
            }
        }
    }

    /** No noun comes twice, so that a sentence's nouns can be told apart. */
    private void putNoun(int at, Predicate<Noun> wanted) {
        List<@Nullable Noun> used = Arrays.asList(nouns);
        Noun noun = one(GrammarLexicon.NOUNS, each -> wanted.test(each) && !used.contains(each));
        nouns[at] = noun;
        forms[at] = noun.form(numbers[at]);
        lemmas[at] = noun.singular();
    }

    private void modify(int noun) {
        phrases(noun);
        for (int verb : skeleton.children(noun, Dependency.RELCL)) {
            clause(verb);
        }
    }

    private void phrases(int head) {
        for (int preposition : skeleton.children(head, Dependency.PREP)) {
            int noun = skeleton.child(preposition, Dependency.POBJ);
            putNoun(noun, any -> true);
            modify(noun);
        }
    }

    // ---------------------------------------------------------------- all other words

    private void conjugate(int verb, int subject, String third, String base) {
        numbers[verb] = skeleton.joined(subject).length > 1 ? PLURAL : numbers[subject];
        forms[verb] = numbers[verb] == SINGULAR ? third : base;
    }

    private void fillOther() {
        for (int i = 0; i < skeleton.length(); i++) {
            switch (skeleton.wordClass(i)) {
                case DETERMINER -> determiner(i);
                case SIZE -> put(i, adjective("size", skeleton.head(i)));
                case COLOUR -> put(i, adjective("colour", skeleton.head(i)));
                case TRAIT -> put(i, adjective("trait", skeleton.head(i)));
                case PREDICATE -> put(i, predicate(skeleton.subject(skeleton.head(i))));
                case PREPOSITION -> put(i, one(GrammarLexicon.PREPOSITIONS));
                case FREQUENCY -> put(i, one(GrammarLexicon.FREQUENCY));
                case MANNER -> put(i, one(GrammarLexicon.MANNER));
                case REFLEXIVE -> reflexive(i);
                case BE -> {
                    lemmas[i] = "be";
                    conjugate(i, skeleton.subject(i), GrammarLexicon.BE.get(0), GrammarLexicon.BE.get(1));
                }
                case RELATIVE, COMPLEMENTIZER -> put(i, GrammarLexicon.THAT);
                case AND -> put(i, GrammarLexicon.AND);
                case COMMA -> put(i, GrammarLexicon.COMMA);
                case STOP -> put(i, GrammarLexicon.STOP);
                case NOUN, INTRANSITIVE, TRANSITIVE, CLAUSAL -> {} // there already
            }
        }
    }

    private void put(int at, String word) {
        forms[at] = word;
        lemmas[at] = word;
    }

    private void determiner(int at) {
        GrammaticalNumber number = random.nextDouble() < THE ? UNMARKED : numbers[skeleton.head(at)];
        put(at, one(GrammarLexicon.DETERMINERS.getOrDefault(number, List.of())));
        numbers[at] = number;
    }

    private String adjective(String place, int noun) {
        Noun described = Objects.requireNonNull(nouns[noun]);
        return one(GrammarLexicon.ADJECTIVES, each -> each.place().equals(place) && each.fits(described))
                .form();
    }

    private String predicate(int subject) {
        return one(GrammarLexicon.ADJECTIVES, each -> known(subject).allMatch(each::fits))
                .form();
    }

    private void reflexive(int at) {
        int subject = skeleton.subject(skeleton.head(at));
        numbers[at] = skeleton.joined(subject).length > 1 ? PLURAL : numbers[subject];
        Noun noun = Objects.requireNonNull(nouns[subject]);
        put(at, numbers[at] == SINGULAR ? noun.reflexive() : "themselves");
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> T one(List<T> from, Predicate<T> wanted) {
        List<T> fitting = new ArrayList<>();
        for (T each : from) {
            if (wanted.test(each)) {
                fitting.add(each);
            }
        }
        return one(fitting);
    }
}
