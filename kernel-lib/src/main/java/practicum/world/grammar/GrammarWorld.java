package practicum.world.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Mixture;
import practicum.world.Split;
import practicum.world.TextSource;
import practicum.world.TextStream;
import practicum.world.Vocabulary;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A made-up English with a known grammar: "the keys that the duke near the barns owns are rusty ." Every sentence comes
 * with its dependency tree, phrases and tags. It has 4 to 20 words, 12.2 on average.
 * Subjects stand in phrases, relative clauses within relative clauses, and
 * what somebody says; verbs, determiners and reflexives agree with them. Which verbs and adjectives a noun has depends on
 * its kind.
 *
 * <p>All nouns draw their numbers apart from each other, so the nouns between a subject and its verb tell nothing of the
 * verb's number. Of 4,000 verbs with a noun between, the number of the nearest noun is right for 48 %; counts of the last
 * 0 to 4 words before verbs in 40,000 sentences are for 49 to 52 %, and for 26 to 50 % where the nearest noun misleads.
 * The sentence's first noun is for 79 %, as it often is the subject: {@link AgreementPair#firstNounAgrees} tells these
 * apart, and where it is not the subject, it is right for half.
 *
 * <p>Held out are pairs of a subject and a noun between it and what agrees with it, and pairs of a verb and
 * a subject.
 */
public final class GrammarWorld {
    /** The fewest words of a sentence, its full stop among them. */
    public static final int SHORTEST = 4;

    /** The most words of a sentence, its full stop among them. */
    public static final int LONGEST = 20;

    /** The share of each sort of pairs that is held out. */
    public static final double HELD_OUT_SHARE = 0.1;

    private static final int PATIENCE = 10_000;

    private final HeldOutPairs heldOut;

    private GrammarWorld(HeldOutPairs heldOut) {
        this.heldOut = heldOut;
    }

    /** The world of a seed, which decides what is held out: a tenth of each sort of pairs. */
    public static GrammarWorld of(long seed) {
        return of(HELD_OUT_SHARE, HELD_OUT_SHARE, seed);
    }

    /**
     * The world with other shares of pairs held out.
     *
     * @param attractorShare of the pairs of a subject and a noun between it and what agrees with it
     * @param verbShare of the pairs of a subject and a verb
     * @throws IllegalArgumentException if so few would remain that a word were never trained on
     */
    public static GrammarWorld of(double attractorShare, double verbShare, long seed) {
        return new GrammarWorld(new HeldOutPairs(attractorShare, verbShare, seed));
    }

    // ---------------------------------------------------------------- the truth

    /** The rules that shape sentences, with their probabilities. */
    public PhraseGrammar rules() {
        return PhraseGrammar.ENGLISH;
    }

    /** Every noun, with its kind. */
    public List<Noun> nouns() {
        return GrammarLexicon.NOUNS;
    }

    /** Every verb, with the kinds of its subjects and objects; one that does with and without an object comes twice. */
    public List<Verb> verbs() {
        return GrammarLexicon.verbs();
    }

    /** Every adjective, with the kinds of nouns that it is said of. */
    public List<Adjective> adjectives() {
        return GrammarLexicon.ADJECTIVES;
    }

    /** Pairs of nouns, a subject and one between it and what agrees with it, that training never shows. */
    public Collection<WordPair> heldOutAttractors() {
        return heldOut.subjectsWithAttractors();
    }

    /** Pairs of a subject and its verb that training never shows. */
    public Collection<WordPair> heldOutVerbs() {
        return heldOut.subjectsWithVerbs();
    }

    /** One row per noun: its forms, its kind, and the kinds above, the widest last. */
    public Table nounTable() {
        return Table.create(
                "nouns",
                column("singular", nouns().stream().map(Noun::singular)),
                column("plural", nouns().stream().map(Noun::plural)),
                column("reflexive", nouns().stream().map(Noun::reflexive)),
                column("category", nouns().stream().map(noun -> noun.category().label())),
                column(
                        "path",
                        nouns().stream().map(noun -> labels(noun.category().path()))));
    }

    /** One row per verb and per adjective, with the kinds of nouns that go with it. */
    public Table selectionTable() {
        int verbs = verbs().size();
        return Table.create(
                "selection",
                column(
                        "word",
                        Stream.concat(
                                verbs().stream().map(Verb::base),
                                adjectives().stream().map(Adjective::form))),
                column(
                        "place",
                        Stream.concat(
                                verbs().stream().map(verb -> "verb"),
                                adjectives().stream().map(Adjective::place))),
                column(
                        "subjects",
                        Stream.concat(
                                verbs().stream().map(verb -> labels(verb.subjects())),
                                adjectives().stream().map(adjective -> labels(adjective.nouns())))),
                column(
                        "objects",
                        Stream.concat(
                                verbs().stream().map(verb -> labels(verb.objects())),
                                adjectives().stream().map(adjective -> ""))));
    }

    private static StringColumn column(String name, Stream<String> values) {
        return StringColumn.create(name, values);
    }

    private static String labels(List<NounCategory> categories) {
        return categories.stream().map(NounCategory::label).collect(Collectors.joining(" "));
    }

    // ---------------------------------------------------------------- sentences

    /** Sentences that may occur in training, or that have a pair which never does. */
    public List<ParsedSentence> sentences(Split split, int count, long seed) {
        Random random = Seeds.random(seed);
        List<ParsedSentence> sentences = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sentences.add(sentence(split, random));
        }
        return List.copyOf(sentences);
    }

    /**
     * A sentence of a split. For training the shape is drawn first and kept, so that what is held out changes the words
     * only: shapes have the probabilities of the rules, given that no sentence is too short or too long.
     */
    private ParsedSentence sentence(Split split, Random random) {
        Skeleton skeleton = skeleton(random);
        for (int i = 0; i < PATIENCE; i++) {
            ParsedSentence sentence = SentenceFiller.fill(skeleton, random);
            if (heldOut.split(sentence) == split) {
                return sentence;
            }
            skeleton = split == Split.TRAIN ? skeleton : skeleton(random);
        }
        throw new IllegalArgumentException("No sentence of " + split + " in " + PATIENCE + " draws: "
                + heldOut.subjectsWithAttractors().size() + " pairs of nouns and "
                + heldOut.subjectsWithVerbs().size() + " pairs of a noun and a verb are held out. Hold out "
                + (split == Split.TRAIN ? "smaller" : "larger") + " shares.");
    }

    private static Skeleton skeleton(Random random) {
        Skeleton skeleton = Skeleton.draw(PhraseGrammar.ENGLISH, random);
        while (skeleton.length() < SHORTEST || skeleton.length() > LONGEST) {
            skeleton = Skeleton.draw(PhraseGrammar.ENGLISH, random);
        }
        return skeleton;
    }

    /** Sentences as a treebank in the CoNLL-U format. */
    public static String conllu(List<ParsedSentence> sentences) {
        return sentences.stream().map(ParsedSentence::conllu).collect(Collectors.joining());
    }

    // ---------------------------------------------------------------- agreement

    /**
     * Right and wrong forms, one from each sentence. Held out are those whose own subject stands before a noun, or has a
     * verb, that training never shows with it; determiners are never held out.
     *
     * @param wanted which pairs to take, such as {@code pair -> pair.misleading() == 1}
     * @throws IllegalArgumentException if there seem to be none
     */
    public List<AgreementPair> agreementPairs(Split split, Predicate<AgreementPair> wanted, int count, long seed) {
        Random random = Seeds.random(seed);
        List<AgreementPair> pairs = new ArrayList<>(count);
        for (int misses = 0; pairs.size() < count; misses++) {
            List<AgreementPair> fitting = pairs(sentence(split, random), split, wanted);
            if (!fitting.isEmpty()) {
                pairs.add(fitting.get(random.nextInt(fitting.size())));
                misses = 0;
            } else if (misses > PATIENCE) {
                throw new IllegalArgumentException("None of " + PATIENCE + " sentences of " + split
                        + " has an agreement as wanted. A sentence has at most " + LONGEST
                        + " words, and a subject at most three nouns before its verb; want less.");
            }
        }
        return List.copyOf(pairs);
    }

    /** Right and wrong forms of all kinds, one from each sentence. */
    public List<AgreementPair> agreementPairs(Split split, int count, long seed) {
        return agreementPairs(split, pair -> true, count, seed);
    }

    private List<AgreementPair> pairs(ParsedSentence sentence, Split split, Predicate<AgreementPair> wanted) {
        return sentence.agreements().stream()
                .filter(each -> split == Split.TRAIN || heldOut.isHeldOut(sentence, each))
                .map(each -> AgreementPair.of(sentence, each))
                .filter(wanted)
                .toList();
    }

    // ---------------------------------------------------------------- training text

    /** Training sentences, to mix with other text. */
    public TextSource source() {
        return new GrammarText(random -> sentence(Split.TRAIN, random));
    }

    /** Every word and its number, for a model that reads from left to right. */
    public Vocabulary vocabulary() {
        return new Vocabulary(GrammarLexicon.forms().stream());
    }

    /** Every word and its number, for a model that reads both ways. */
    public Vocabulary maskedVocabulary() {
        return Vocabulary.masked(GrammarLexicon.forms().stream());
    }

    /** The training text for a model that reads from left to right, in sequences of {@code length} tokens. */
    public TextStream stream(int length) {
        return new TextStream(new Mixture(Map.of(source(), 1.0)), vocabulary(), length);
    }

    /** The training text for a model that reads both ways, in sequences of {@code length} tokens. */
    public MaskedText maskedText(int length) {
        return new MaskedText(new Mixture(Map.of(source(), 1.0)), maskedVocabulary(), length);
    }
}
