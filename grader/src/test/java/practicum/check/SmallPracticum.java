package practicum.check;

import practicum.source.Practicum;
import practicum.source.PracticumParser;

/** A practicum in plain Java, small enough that its scores can be worked out by hand. */
public final class SmallPracticum {
    /** Points: plus 4 (its checks 1 : 1 : 2), scores 6 (its checks 1 : 1), why 2; 12 in all. */
    public static final String SOURCE =
            """
            ---
            title: Two functions
            number: 3
            claim: Adding is not multiplying.
            ---
            # Two functions

            ```{code-cell} java
            ---
            id: begin
            ---
            var start = 40;
            ```

            ```{code-cell} java
            ---
            exercise: plus
            points: 4
            minutes: 5
            difficulty: easy
            hint: What is the sign for a sum?
            ---
            /** The sum of two numbers. */
            int plus(int a, int b) {
                // BEGIN SOLUTION
                return a + b;
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            :check: plus
            answer("plus.small", plus(start, 2));
            ```

            ```{code-cell} java
            :check: plus
            :after: plus.small
            answer("plus.same", plus(2, 2));
            ```

            ```{code-cell} java
            ---
            hidden: plus
            compare: equal
            weight: 2
            ---
            answer("plus.negative", plus(-987654, -2));
            ```

            ```{code-cell} java
            ---
            mistake: plus
            says: You multiply.
            ---
            int plus(int a, int b) { return a * b; }
            ```

            ```{code-cell} java
            ---
            exercise: scores
            points: 6
            minutes: 5
            difficulty: easy
            hint: Divide by the root of the width.
            ---
            /** Scaled scores. */
            double[] scores(double[] q) {
                // BEGIN SOLUTION
                return java.util.Arrays.stream(q).map(x -> x / Math.sqrt(plus(20, 4))).toArray();
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            :check: scores
            answer("scores.row", scores(new double[] {1, 2, 5}));
            ```

            ```{code-cell} java
            ---
            hidden: scores
            ---
            answer("scores.other", scores(new double[] {-3, 0, 7, 9}));
            ```

            ```{code-cell} java
            ---
            mistake: scores
            says: You forgot to scale.
            ---
            double[] scores(double[] q) { return q; }
            ```

            ```{written}
            ---
            written: why
            points: 2
            rubric:
            - names a pair
            ---
            Why do both give four?
            ```
            """;

    public static final String PLUS = "int plus(int a, int b) { return a + b; }";
    public static final String SCORES =
            "double[] scores(double[] q) { return DoubleStream.of(q).map(x -> x / Math.sqrt(24)).toArray(); }";

    private SmallPracticum() {}

    public static Practicum get() {
        return PracticumParser.parse(SOURCE, "03_two_functions", "solutions/03_two_functions.md");
    }
}
