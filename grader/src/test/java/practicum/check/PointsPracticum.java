package practicum.check;

import practicum.source.Practicum;
import practicum.source.PracticumParser;

/** A practicum with every way to give points, a forbidden method, labels that only the grader has, and variants. */
public final class PointsPracticum {
    public static final String SOURCE =
            """
            ---
            title: Points
            number: 4
            claim: Points add up.
            variants: 4
            ---
            # Points

            ```{code-cell} java
            ---
            id: data
            ---
            var numbers = new Random(variant()).doubles(4).toArray();
            var total = DoubleStream.of(numbers).sum();
            ```

            ```{code-cell} java
            ---
            exercise: twice
            points: 4
            minutes: 5
            hint: Look at each number.
            ---
            /** Each number doubled. */
            double[] twice(double[] x) {
                // BEGIN SOLUTION
                return DoubleStream.of(x).map(v -> 2 * v).toArray();
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            ---
            check: twice
            points: 1
            credit: elements
            ---
            answer("twice.own", twice(numbers));
            ```

            ```{code-cell} java
            ---
            hidden: twice
            ---
            answer("twice.other", twice(new double[] {-1, 5}));
            ```

            ```{code-cell} java
            ---
            mistake: twice
            says: You squared.
            ---
            double[] twice(double[] x) { return DoubleStream.of(x).map(v -> v * v).toArray(); }
            ```

            ```{code-cell} java
            ---
            exercise: mean
            points: 2
            minutes: 5
            hint: Add, then divide.
            credit: all-or-nothing
            forbids: [DoubleStream.average, Collectors]
            ---
            /** The mean. */
            double mean(double[] x) {
                // BEGIN SOLUTION
                double sum = 0;
                for (double v : x) {
                    sum += v;
                }
                return sum / x.length;
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            :check: mean
            answer("mean.own", mean(numbers));
            ```

            ```{code-cell} java
            ---
            check: mean
            after: [twice.own]
            ---
            answer("mean.twice", mean(twice(numbers)));
            ```

            ```{code-cell} java
            ---
            hidden: mean
            after: [mean.twice]
            ---
            answer("mean.one", mean(new double[] {-7}));
            ```

            ```{code-cell} java
            ---
            exercise: guess
            minutes: 5
            hint: Where is the bar?
            ---
            /** Whether a number is large. */
            boolean large(double x) {
                // BEGIN SOLUTION
                return x > 0.4;
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            ---
            check: guess
            points: 1
            ---
            answer("guess.zero", large(0));
            ```

            ```{code-cell} java
            ---
            hidden: guess
            points: 2
            compare: metric(of=accuracy, least=0.75)
            truth: List.of(true, false, true, false)
            ---
            answer("guess.labels", DoubleStream.of(0.9, 0.1, 0.6, 0.5).mapToObj(x -> large(x)).toList());
            ```
            """;

    private PointsPracticum() {}

    public static Practicum get() {
        return PracticumParser.parse(SOURCE, "04_points", "solutions/04_points.md");
    }
}
