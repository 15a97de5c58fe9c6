package practicum.world.grammar;

import java.util.Locale;

/** How a word depends on its head: labels of the CLEAR style (Choi and Palmer 2012), which are nearly Stanford's. */
public enum Dependency {
    /** The sentence's main verb; it has no head. */
    ROOT,
    /** An adjective said of the subject: "are <b>red</b>". */
    ACOMP,
    ADVMOD,
    /** An adjective before its noun. */
    AMOD,
    /** "and", on the first of the two that it joins. */
    CC,
    /** A clause that is said or thought, by its verb. */
    CCOMP,
    /** The second of two that are joined, on the first. */
    CONJ,
    DET,
    DOBJ,
    /** The "that" that begins what is said or thought. */
    MARK,
    NSUBJ,
    /** A preposition's noun. */
    POBJ,
    PREP,
    PUNCT,
    /** A relative clause, by its verb, on the noun that it tells about. */
    RELCL;

    /** As treebanks write it: "nsubj". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
