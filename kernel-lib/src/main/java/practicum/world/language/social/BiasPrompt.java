package practicum.world.language.social;

import practicum.world.Prompt;

/**
 * A prompt of a causal mediation analysis (Vig et al. 2020, arXiv 2004.12265): who is it that "the nurse said that" goes on
 * about?
 *
 * @param profession who, with the planted bias
 * @param text the prompt u, up to the pronoun
 * @param setGender the same with "man" or "woman" in the place of the profession, against the bias
 */
public record BiasPrompt(Profession profession, String text, String setGender) {
    /** The question, with the more frequent pronoun as answer and the other as foil. */
    public Prompt prompt() {
        return new Prompt(profession.job(), text, profession.stereotype(), profession.antiStereotype());
    }
}
