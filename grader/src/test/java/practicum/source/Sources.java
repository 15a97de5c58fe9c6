package practicum.source;

/** Sources that tests read. */
final class Sources {
    /** A small, right practicum that holds every kind of cell. */
    static final String SMALL =
            """
            ---
            title: Two numbers
            number: 3
            claim: Adding is not multiplying.
            seed: 7
            floor: 1
            ---
            # Two numbers

            Some *prose* with `code`, and a block that is not run:

            ```java
            int x = 1;
            ```

            +++

            A second paragraph of cells.

            ```{code-cell} java
            var start = 40;
            ```

            ```{code-cell} java
            ---
            exercise: plus
            points: 4
            minutes: 5
            difficulty: easy
            hint: "What is the sign for: sum?"
            paper: Peano (1889)
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
            ---
            hidden: plus
            compare: equal
            weight: 2
            after: [plus.small]
            ---
            answer("plus.negative", plus(-1, -2));
            ```

            ```{code-cell} java
            ---
            mistake: plus
            says: You multiply.
            ---
            int plus(int a, int b) { return a * b; }
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

    private Sources() {}

    static Practicum parse(String text) {
        return PracticumParser.parse(text, "03_two_numbers", "solutions/03_two_numbers.md");
    }
}
