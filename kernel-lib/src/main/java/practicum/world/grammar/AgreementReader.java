package practicum.world.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the agreements off a sentence's tree. */
final class AgreementReader {
    private final ParsedSentence sentence;
    private final List<Agreement> agreements = new ArrayList<>();

    AgreementReader(ParsedSentence sentence) {
        this.sentence = sentence;
    }

    List<Agreement> read() {
        for (ParsedWord word : sentence.words()) {
            switch (word.tag()) {
                case VERB, AUX -> add(verbKind(word), subject(word), word);
                case DET -> determiner(word);
                case PRON -> reflexive(word);
                default -> {} // agrees with nothing
            }
        }
        agreements.sort(Comparator.comparingInt(Agreement::target));
        return List.copyOf(agreements);
    }

    private void determiner(ParsedWord determiner) {
        if (determiner.number() != GrammaticalNumber.UNMARKED) {
            add(AgreementKind.DETERMINER, determiner, word(determiner.head()));
        }
    }

    private void reflexive(ParsedWord pronoun) {
        if (pronoun.number() != GrammaticalNumber.UNMARKED) {
            add(AgreementKind.REFLEXIVE, subject(word(pronoun.head())), pronoun);
        }
    }

    private void add(AgreementKind kind, ParsedWord controller, ParsedWord target) {
        List<Integer> partners = sentence.children(controller.position(), Dependency.CONJ);
        List<Integer> attractors = IntStream.range(controller.position() + 1, target.position())
                .filter(i -> word(i).tag() == PartOfSpeech.NOUN && !partners.contains(i))
                .boxed()
                .toList();
        agreements.add(new Agreement(kind, controller.position(), target.position(), target.number(), attractors));
    }

    private AgreementKind verbKind(ParsedWord verb) {
        if (verb.relation() == Dependency.CONJ) {
            return AgreementKind.SECOND_VERB;
        }
        boolean inSubjectRelative = !ownSubject(verb).equals(subject(verb));
        if (verb.relation() == Dependency.RELCL) {
            return inSubjectRelative ? AgreementKind.VERB_IN_SUBJECT_RELATIVE : AgreementKind.VERB_IN_OBJECT_RELATIVE;
        }
        return past(subject(verb).position());
    }

    private AgreementKind past(int subject) {
        if (!sentence.children(subject, Dependency.PREP).isEmpty()) {
            return AgreementKind.VERB_PAST_PHRASE;
        }
        return sentence.children(subject, Dependency.RELCL).stream()
                .findFirst()
                .map(verb -> ownSubject(word(verb)).tag() == PartOfSpeech.PRON
                        ? AgreementKind.VERB_PAST_SUBJECT_RELATIVE
                        : AgreementKind.VERB_PAST_OBJECT_RELATIVE)
                .orElse(AgreementKind.VERB);
    }

    /** The noun that a verb agrees with: for a second verb the first one's, for a "that" the noun before it. */
    private ParsedWord subject(ParsedWord verb) {
        if (verb.relation() == Dependency.CONJ) {
            return subject(word(verb.head()));
        }
        ParsedWord own = ownSubject(verb);
        return own.tag() == PartOfSpeech.PRON ? word(verb.head()) : own;
    }

    private ParsedWord ownSubject(ParsedWord verb) {
        return word(sentence.children(verb.position(), Dependency.NSUBJ).get(0));
    }

    private ParsedWord word(int position) {
        return sentence.words().get(position);
    }
}
