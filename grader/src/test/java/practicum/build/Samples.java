package practicum.build;

import practicum.source.Practicum;
import practicum.source.PracticumParser;

/** A small, right practicum that holds every kind of cell and needs nothing but Java. */
public final class Samples {
    /** Its source. */
    public static final String SOURCE =
            """
            ---
            title: Two numbers
            number: 3
            claim: Adding is not multiplying.
            seed: 7
            ---
            # Two numbers

            Some *prose*.

            ```{code-cell} java
            ---
            id: start
            tags: [demo]
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
            paper: Peano (1889)
            ---
            /** The sum of two numbers. */
            int plus(int a, int b) {
                // BEGIN SOLUTION
                int secretSum = a + b;
                return secretSum;
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            var shown = plus(start, 1);
            System.out.println("shown " + shown);
            ```

            ```{code-cell} java
            :check: plus
            answer("plus.small", plus(start, 2));
            ```

            ```{code-cell} java
            ---
            check: plus
            weight: 3
            after: [plus.small]
            ---
            answer("plus.shown", shown);
            ```

            ```{code-cell} java
            ---
            hidden: plus
            compare: equal
            ---
            answer("plus.negative", plus(-1234, -4321));
            ```

            ```{code-cell} java
            ---
            mistake: plus
            says: You multiply.
            ---
            int plus(int a, int b) { int wrongProduct = a * b; return wrongProduct; }
            ```

            ```{code-cell} java
            ---
            alternative: plus
            says: The sum the other way round.
            ---
            int plus(int a, int b) { int otherSum = b - -a; return otherSum; }
            ```

            ```{written}
            ---
            written: why
            points: 2.5
            rubric:
            - says that 2 + 2 = 2 * 2 is an accident
            - names another pair
            ---
            Why do **both** give four?
            ```
            """;

    private Samples() {}

    /** The practicum of a source. */
    public static Practicum parse(String source) {
        return PracticumParser.parse(source, "03_two_numbers", "solutions/03_two_numbers.md");
    }
}
