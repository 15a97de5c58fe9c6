package practicum.answer;

/** A way to compare an answer with the expected one, written as {@code close(rtol=1e-3)}. */
public sealed interface Comparison
        permits ByKind, Close, Equal, Ranking, SameSet, SameTable, SameText, Within, UpToSign, SameChart {

    /**
     * The comparison that a text names: {@code close(rtol=, atol=)}, {@code equal}, {@code ranking(topk=)}, {@code set},
     * {@code table(rtol=, atol=, rows=any|ordered)}, {@code text(case=exact|ignore)}, {@code interval(lo=, hi=)},
     * {@code sign(rtol=, atol=)}, {@code chart(rtol=, atol=)}; empty for the one that fits the expected value's kind.
     *
     * @throws AnswerException where the name or an option is unknown; the message names the known ones
     */
    static Comparison parse(String text) {
        return text.isBlank() ? new ByKind() : Comparisons.parse(text);
    }

    /** The verdict on an answer. */
    Verdict compare(Value expected, Value actual);
}
