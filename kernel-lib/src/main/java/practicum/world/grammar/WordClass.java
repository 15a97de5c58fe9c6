package practicum.world.grammar;

/** What the rules end in: kinds of words that stand in the same places. */
enum WordClass {
    DETERMINER(PartOfSpeech.DET),
    SIZE(PartOfSpeech.ADJ),
    COLOUR(PartOfSpeech.ADJ),
    /** An adjective that goes with some categories of nouns only. */
    TRAIT(PartOfSpeech.ADJ),
    /** Any adjective that fits, behind "is". */
    PREDICATE(PartOfSpeech.ADJ),
    NOUN(PartOfSpeech.NOUN),
    PREPOSITION(PartOfSpeech.ADP),
    INTRANSITIVE(PartOfSpeech.VERB),
    TRANSITIVE(PartOfSpeech.VERB),
    /** A verb of saying or thinking. */
    CLAUSAL(PartOfSpeech.VERB),
    BE(PartOfSpeech.AUX),
    /** "often", before its verb. */
    FREQUENCY(PartOfSpeech.ADV),
    /** "slowly", behind its verb. */
    MANNER(PartOfSpeech.ADV),
    REFLEXIVE(PartOfSpeech.PRON),
    RELATIVE(PartOfSpeech.PRON),
    COMPLEMENTIZER(PartOfSpeech.SCONJ),
    AND(PartOfSpeech.CCONJ),
    COMMA(PartOfSpeech.PUNCT),
    STOP(PartOfSpeech.PUNCT);

    private final PartOfSpeech tag;

    WordClass(PartOfSpeech tag) {
        this.tag = tag;
    }

    PartOfSpeech tag() {
        return tag;
    }

    boolean isVerb() {
        return tag == PartOfSpeech.VERB || this == BE;
    }
}
