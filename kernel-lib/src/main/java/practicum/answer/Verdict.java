package practicum.answer;

/**
 * The outcome of comparing an answer with what was expected.
 *
 * @param fault what is wrong, or {@link Fault#NONE}
 * @param score the share of its elements that is right, from 0 to 1; 0 where a wrong answer has no elements to count
 * @param expected what was expected, in a few words
 * @param actual what was handed over, in a few words
 * @param rationale why the verdict is so: where and how much
 * @param diagnosis the likely cause, or empty where none is known
 */
public record Verdict(Fault fault, double score, String expected, String actual, String rationale, String diagnosis) {

    /** The verdict on an answer that is right. */
    static Verdict pass(Value expected, Value actual, String rationale) {
        return new Verdict(Fault.NONE, 1, Summary.of(expected), Summary.of(actual), rationale, "");
    }

    /** The verdict on an answer that is wrong. */
    static Verdict fail(Fault fault, Value expected, Value actual, String rationale, String diagnosis) {
        return new Verdict(fault, 0, Summary.of(expected), Summary.of(actual), rationale, diagnosis);
    }

    /** The same verdict on an answer of which a share is right. */
    Verdict scoring(double share) {
        return new Verdict(fault, Math.max(0, Math.min(1, share)), expected, actual, rationale, diagnosis);
    }

    /** Whether the answer is right. */
    public boolean passed() {
        return fault == Fault.NONE;
    }

    /** The same verdict with a better diagnosis. */
    public Verdict diagnosed(String cause) {
        return new Verdict(fault, score, expected, actual, rationale, cause);
    }

    /** The same verdict without a word that depends on the expected value: for hidden checks. */
    public Verdict discreet() {
        return new Verdict(fault, score, "", "", fault.sentence(), "");
    }
}
