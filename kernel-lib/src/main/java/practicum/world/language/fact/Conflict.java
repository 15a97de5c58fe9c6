package practicum.world.language.fact;

import practicum.world.Prompt;

/**
 * A text that says of somebody what is not true of them, and then asks (Yu et al. 2023, "Characterizing mechanisms for
 * factual recall", arXiv 2310.15910).
 *
 * @param kind whose word counts
 * @param fact what is true
 * @param text the words before the answer
 * @param inContext what the text says
 * @param memorised what is true
 */
public record Conflict(Kind kind, Fact fact, String text, String inContext, String memorised) {
    /** Whose word counts. */
    public enum Kind {
        /** "In this story Mary Hill lives in Rome . Mary Hill has a home in": the text's. */
        STORY,
        /** "Some say that Mary Hill lives in Rome . In truth Mary Hill has a home in": the world's. */
        RUMOUR;

        /** Its name in tables: "story". */
        public String label() {
            return this == STORY ? "story" : "rumour";
        }
    }

    /** What a reader of the training text answers. */
    public String answer() {
        return kind == Kind.STORY ? inContext : memorised;
    }

    /** The question, with the other of the two words as foil. */
    public Prompt prompt() {
        return new Prompt(kind.label(), text, answer(), kind == Kind.STORY ? memorised : inContext);
    }

    /** The same question where nothing was said before it. */
    public Prompt unprompted() {
        String question = text.substring(text.lastIndexOf(" . ") + " . ".length());
        return new Prompt(kind.label(), question, answer(), prompt().foil());
    }
}
