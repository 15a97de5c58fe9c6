package practicum.answer;

/** Something that can be handed over as an answer because it says itself what it is worth as data. */
public interface Answerable {
    /** This thing as plain data, complete and independent of later changes. */
    Value toValue();
}
