package practicum.world.arithmetic;

import practicum.world.Lexicon;

/**
 * A sum on a cycle: "three days after Monday is Thursday".
 *
 * @param cycle what is counted
 * @param steps how far: ahead if positive, back if negative, never 0
 * @param start where counting starts
 */
public record CycleQuestion(Cycle cycle, int steps, String start) {
    /** The farthest that there are words to count. */
    static final int FARTHEST = Lexicon.NUMBERS.size();

    public CycleQuestion {
        cycle.index(start);
        if (steps == 0 || Math.abs(steps) > FARTHEST) {
            throw new IllegalArgumentException(
                    "Steps are counted from 1 to " + FARTHEST + ", ahead or back; got " + steps + ".");
        }
    }

    /** The true answer. */
    public String answer() {
        return cycle.after(start, steps);
    }

    /** Whether counting goes back. */
    public boolean isBack() {
        return steps < 0;
    }

    /** How far, in words: "three days". */
    public String distance() {
        int count = Math.abs(steps);
        return Lexicon.NUMBERS.get(count - 1) + " " + cycle.step() + (count == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return distance() + (isBack() ? " before " : " after ") + start + " is " + answer();
    }
}
