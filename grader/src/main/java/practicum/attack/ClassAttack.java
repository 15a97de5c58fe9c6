package practicum.attack;

import java.io.IOException;

/**
 * An attack on the grading of a whole class, or a fault of its instructor.
 *
 * @param row the row of the catalogue
 * @param title what it does
 * @param expected what must become of it
 * @param deed the attack
 */
record ClassAttack(int row, String title, String expected, Deed deed) {
    /** Carries an attack out. */
    interface Deed {
        /** Says what became of it; the empty text where all is as expected. */
        String commit(Range range) throws IOException;
    }
}
