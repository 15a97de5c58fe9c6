package practicum.world.grammar;

/** A word's tag, one of the universal ones (Petrov et al. 2012, arXiv 1104.2086; Universal Dependencies, version 2). */
public enum PartOfSpeech {
    /** Adjective. */
    ADJ,
    /** Preposition. */
    ADP,
    /** Adverb. */
    ADV,
    /** A form of "be". */
    AUX,
    /** "and". */
    CCONJ,
    /** Determiner. */
    DET,
    NOUN,
    /** A reflexive, or the "that" that begins a relative clause. */
    PRON,
    PUNCT,
    /** The "that" after "says". */
    SCONJ,
    VERB
}
