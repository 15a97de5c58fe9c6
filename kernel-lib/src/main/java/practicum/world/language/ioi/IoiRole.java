package practicum.world.language.ioi;

/** What a name does in a sentence; the words of a role can be exchanged without moving any other. */
public enum IoiRole {
    /** The other person where the pair is introduced: the indirect object of a giving sentence. */
    IO,
    /** The acting person where the pair is introduced. */
    S,
    /** The acting person where they act. */
    S2,
    /** The other person, named again beside the act. */
    IO2,
    /** The other person in a sentence before. */
    IO0,
    /** The acting person in a sentence before. */
    S0,
    /** Somebody who has no part in it. */
    BYSTANDER;

    String slot() {
        return "{" + name() + "}";
    }

    static IoiRole ofSlot(String slot) {
        return valueOf(slot.substring(1, slot.length() - 1));
    }
}
