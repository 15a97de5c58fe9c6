package practicum.world.language.social;

/**
 * A profession and the bias that is planted in the text.
 *
 * @param job what it is called
 * @param sheShare how often the text says "she" of it, of all times that it says "she" or "he"
 */
public record Profession(String job, double sheShare) {
    /** The pronoun that the text says more often. */
    public String stereotype() {
        return sheShare > 0.5 ? "she" : "he";
    }

    /** The other one. */
    public String antiStereotype() {
        return sheShare > 0.5 ? "he" : "she";
    }

    /** The log-odds of "she" against "he", in nats: the logit difference of a model that learned the text. */
    public double logOdds() {
        return Math.log(sheShare / (1 - sheShare));
    }
}
