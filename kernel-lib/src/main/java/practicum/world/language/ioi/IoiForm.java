package practicum.world.language.ioi;

/** Which names stand between the pair and the question, so that neither counts nor nearness tell the answer. */
public enum IoiForm {
    /** "When Mary and John went to the store , John gave a drink to": the form of the paper. */
    PLAIN(0.16),
    /** "… , Mary watched as John gave a drink to": both are named twice, the answer just before the giver. */
    WATCHED(0.38),
    /** "… , John , a friend of Mary , gave a drink to": both are named twice, the answer last. */
    ASIDE(0.46);

    private final double share;

    IoiForm(double share) {
        this.share = share;
    }

    /** Its share of the sentences. */
    public double share() {
        return share;
    }
}
