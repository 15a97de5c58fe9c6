package practicum.world.binding;

/**
 * How a model may fetch what is bound, told apart by what it answers when its last token's activation comes from another
 * prompt (Gur-Arieh, Geva and Geiger 2025, arXiv 2510.06182).
 */
public enum Hypothesis {
    /** It carries the place of the entity in the order of introduction: who stands there in the base context answers. */
    POSITIONAL,
    /** It carries the word that the question gives: what the base context binds to that word is the answer. */
    LEXICAL,
    /** It carries the answer itself, as a pointer to it: the source's answer. */
    REFLEXIVE,
    /** It carries nothing of this: the base's own answer stays. */
    UNCHANGED
}
