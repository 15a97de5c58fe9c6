package practicum.world.language.fact;

import java.util.Locale;

/**
 * A fact that an edit changes, or that it must not change: how far an edited model's knowledge is still one world (Cohen et
 * al. 2023, "Evaluating the ripple effects of knowledge editing", arXiv 2307.12976).
 *
 * @param kind how it hangs together with the edit
 * @param fact what is true after the edit
 * @param before what the relation gave before: the same object if nothing changes, "" if it gave none
 */
public record Ripple(Kind kind, Fact fact, String before) {
    /** How a fact hangs together with an edit. */
    public enum Kind {
        /** The edited relation the other way round: now he is married to her, too. */
        LOGICAL_GENERALISATION,
        /** A fact of the edited subject that goes by way of the new object: she now votes in the new city's country. */
        COMPOSITION_I,
        /** A fact of another subject that goes by way of the edited one: her husband's partner now lives elsewhere. */
        COMPOSITION_II,
        /** What changed, under the subject's other name. */
        SUBJECT_ALIASING,
        /** Another object of the edited plural relation, which must stay: the first job beside the second. */
        PRESERVATION,
        /** A fact of the edited subject that does not depend on the edit, which must stay. */
        RELATION_SPECIFICITY;

        /** Its name in tables: "subject aliasing". */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Whether the edit makes this fact true. */
    public boolean isChange() {
        return kind != Kind.PRESERVATION && kind != Kind.RELATION_SPECIFICITY;
    }
}
