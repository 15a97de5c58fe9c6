package practicum.world.grammar;

/** What agrees with what, and what stands between them (after Marvin and Linzen 2018, arXiv 1808.09031). */
public enum AgreementKind {
    /** A noun with its determiner: "these keys". */
    DETERMINER,
    /** A verb with its subject, which nothing follows: "the keys are". */
    VERB,
    /** … which a phrase follows: "the keys near the cabin are". */
    VERB_PAST_PHRASE,
    /** … which a clause about it follows: "the keys that touch the cabin are". */
    VERB_PAST_SUBJECT_RELATIVE,
    /** … which a clause follows that it is the object of: "the keys that the duke owns are". */
    VERB_PAST_OBJECT_RELATIVE,
    /** A verb with the noun before its "that": "the dogs that sleep". */
    VERB_IN_SUBJECT_RELATIVE,
    /** A verb with its subject, not with the noun before "that": "the keys that the duke owns". */
    VERB_IN_OBJECT_RELATIVE,
    /** A second verb, past the first one and its object: "the dogs see the goat and growl". */
    SECOND_VERB,
    /** "itself" or "themselves" with the subject. */
    REFLEXIVE
}
