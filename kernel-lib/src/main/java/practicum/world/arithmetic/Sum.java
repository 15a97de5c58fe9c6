package practicum.world.arithmetic;

/**
 * One sum modulo p.
 *
 * @param a the first number, 0 … p − 1
 * @param b the second number, 0 … p − 1
 * @param answer (a + b) mod p
 */
public record Sum(int a, int b, int answer) {
    /** The same numbers in the other order; the sum of a number with itself is its own mirror. */
    public Sum mirror() {
        return new Sum(b, a, answer);
    }

    /** What a model is asked: "5 110 =". */
    public String prompt() {
        return a + " " + b + " " + ModularAddition.EQUALS;
    }

    @Override
    public String toString() {
        return prompt() + " " + answer;
    }
}
