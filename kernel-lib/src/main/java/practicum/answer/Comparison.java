package practicum.answer;

/** A way to compare an answer with the expected one, written as {@code close(rtol=1e-3)}. */
public sealed interface Comparison
        permits ByKind,
                Close,
                Equal,
                Monotone,
                Predictions,
                RankCorrelation,
                Ranking,
                SameChart,
                SameDistribution,
                SameLargest,
                SameSet,
                SameSubspace,
                SameTable,
                SameText,
                UpToOrder,
                UpToRotation,
                UpToScale,
                UpToSign,
                WithProperty,
                Within {

    /**
     * The comparison that a text names; empty for the one that fits the expected value's kind.
     *
     * <ul>
     *   <li>{@code close(rtol=, atol=)}: numbers within a tolerance; {@code equal}: exactly the same
     *   <li>{@code sign(rtol=, atol=)}, {@code scale(sign=positive|any, rtol=, atol=)}, {@code order(axis=, rtol=, atol=)},
     *       {@code rotation(rtol=, atol=)}: the same up to a sign, a factor, the order along an axis, a rotation of rows
     *   <li>{@code subspace(degrees=)}: rows that span the same space
     *   <li>{@code distribution(tv=)} or {@code (kl=)}: probabilities along the last axis, near the expected ones
     *   <li>{@code ranking(topk=)}: the same things in the same order; {@code kendall(tau=)}, {@code largest(k=)}: numbers
     *       that put things into nearly the expected order, or whose largest are the expected ones
     *   <li>{@code set}; {@code table(rtol=, atol=, rows=any|ordered)}; {@code text(case=exact|ignore,
     *       punctuation=exact|ignore)}; {@code chart(rtol=, atol=, words=named|same|free)}
     *   <li>{@code interval(lo=, hi=)}, {@code monotone(order=rising|falling, ties=yes|no)}: numbers of the expected shape
     *       with a property; {@code property(is=causal, atol=)}: any {@link Property} by its name
     *   <li>{@code metric(of=accuracy, least=)}, {@code metric(of=rmse, most=)}: predictions that are good by a
     *       {@link Metric}, held against labels that only the grader has
     * </ul>
     *
     * @throws AnswerException where the name or an option is unknown; the message names the known ones
     */
    static Comparison parse(String text) {
        return text.isBlank() ? new ByKind() : Comparisons.parse(text);
    }

    /** Whether nobody but the grader may know what is expected: labels that predictions are held against. */
    default boolean hidesExpected() {
        return false;
    }

    /** The verdict on an answer. */
    Verdict compare(Value expected, Value actual);
}
