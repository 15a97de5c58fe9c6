package practicum.world.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import practicum.world.Prompt;
import practicum.world.Vocabulary;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Two forms of one word, of which the sentence allows one (Linzen et al. 2016, arXiv 1611.01368).
 *
 * @param sentence the whole sentence, with the right form
 * @param agreement which word is asked for, and why it has this form
 * @param wrong the form that is wrong here
 */
public record AgreementPair(ParsedSentence sentence, Agreement agreement, String wrong) {
    static AgreementPair of(ParsedSentence sentence, Agreement agreement) {
        ParsedWord target = sentence.words().get(agreement.target());
        String controller = sentence.words().get(agreement.controller()).lemma();
        return new AgreementPair(
                sentence, agreement, NumberChange.form(target, target.number().other(), controller));
    }

    /** The form that is right. */
    public String right() {
        return sentence.words().get(agreement.target()).form();
    }

    /** The words before it, for a model that reads from left to right. */
    public String prefix() {
        return String.join(" ", sentence.forms().subList(0, agreement.target()));
    }

    /** The sentence with {@code [MASK]} in the word's place, for a model that reads both ways. */
    public String masked() {
        return with(Vocabulary.MASK);
    }

    /** The sentence with the wrong form. */
    public String wrongSentence() {
        return with(wrong);
    }

    private String with(String word) {
        List<String> forms = new ArrayList<>(sentence.forms());
        forms.set(agreement.target(), word);
        return String.join(" ", forms);
    }

    /** The numbers of the nouns between the two, from left to right. */
    public List<GrammaticalNumber> attractorNumbers() {
        return agreement.attractors().stream()
                .map(i -> sentence.words().get(i).number())
                .toList();
    }

    /** How many nouns of the other number stand between. */
    public int misleading() {
        return (int) attractorNumbers().stream()
                .filter(number -> number != agreement.number())
                .count();
    }

    /** Whether who goes by the first noun of the sentence is right; false where no noun stands before. */
    public boolean firstNounAgrees() {
        return nounsBefore().findFirst().filter(agreement.number()::equals).isPresent();
    }

    /** Whether who goes by the last noun before the word is right; false where no noun stands before. */
    public boolean nearestNounAgrees() {
        return nounsBefore()
                .reduce((before, last) -> last)
                .filter(agreement.number()::equals)
                .isPresent();
    }

    private Stream<GrammaticalNumber> nounsBefore() {
        return sentence.words().subList(0, agreement.target()).stream()
                .filter(word -> word.tag() == PartOfSpeech.NOUN)
                .map(ParsedWord::number);
    }

    /** As a question to a model; its group is the kind of agreement and the number of misleading nouns. */
    public Prompt prompt() {
        return new Prompt(agreement.kind() + "/" + misleading(), prefix(), right(), wrong);
    }

    /**
     * The same sentence with the number of the word that decides turned round, and with it all that agrees with it: as many
     * words, the two forms exchanged. None if the number cannot be turned: for a bare noun, which is plural, and two joined
     * ones.
     */
    public Optional<AgreementPair> counterpart() {
        return new NumberChange(sentence)
                .of(agreement)
                .map(changed -> new AgreementPair(
                        changed, changed.agreements().get(sentence.agreements().indexOf(agreement)), right()));
    }

    /** One row per pair. */
    public static Table table(List<AgreementPair> pairs) {
        return Table.create(
                "agreement",
                StringColumn.create(
                        "kind", pairs.stream().map(pair -> pair.agreement.kind().name())),
                StringColumn.create("prefix", pairs.stream().map(AgreementPair::prefix)),
                StringColumn.create("right", pairs.stream().map(AgreementPair::right)),
                StringColumn.create("wrong", pairs.stream().map(AgreementPair::wrong)),
                StringColumn.create(
                        "number",
                        pairs.stream().map(pair -> pair.agreement.number().name())),
                IntColumn.create("distance", pairs.stream().mapToInt(pair -> pair.agreement.distance())),
                IntColumn.create("attractors", pairs.stream().mapToInt(pair -> pair.agreement
                        .attractors()
                        .size())),
                IntColumn.create("misleading", pairs.stream().mapToInt(AgreementPair::misleading)));
    }

    @Override
    public String toString() {
        return prefix() + " → " + right() + " (not " + wrong + ")";
    }
}
