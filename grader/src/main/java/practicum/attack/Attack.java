package practicum.attack;

import java.io.IOException;
import practicum.nbformat.Notebook;

/**
 * One hostile or broken submission, and what must become of it.
 *
 * @param row the row of the catalogue that it belongs to
 * @param title what it does, in a few words
 * @param student the name of the student's folder
 * @param deed how it is handed in
 * @param expected what must become of it
 * @param pace how long it takes
 */
record Attack(int row, String title, String student, Deed deed, Expected expected, Pace pace) {
    /** How an attack is handed in. */
    interface Deed {
        void commit(Target target) throws IOException;
    }

    /** How long an attack takes on a quiet machine, as it decides which tests run it. */
    enum Pace {
        /** No process is started. */
        AT_ONCE,
        /** A few seconds. */
        QUICK,
        /** Longer than five seconds. */
        SLOW
    }

    /** An attack that hands in a notebook. */
    static Attack of(int row, String title, Notebook notebook, Expected expected) {
        return new Attack(row, title, student(row, title), target -> target.submit(notebook), expected, Pace.QUICK);
    }

    /** An attack that hands in something else, which is refused unread or unrun. */
    static Attack refused(int row, String title, Deed deed, Expected expected) {
        return new Attack(row, title, student(row, title), deed, expected, Pace.AT_ONCE);
    }

    /** Everything right but for the cell of {@code scores}. */
    static Attack scores(int row, String title, String code, Expected expected) {
        return of(row, title, Attacked.with(Attacked.PERFECT, "scores", code), expected);
    }

    /** Everything right, and a cell of the student's own before it. */
    static Attack beside(int row, String title, String code, Expected expected) {
        return of(row, title, Attacked.adding(Attacked.PERFECT, code), expected);
    }

    Attack slow() {
        return new Attack(row, title, student, deed, expected, Pace.SLOW);
    }

    Attack handedIn(Deed other) {
        return new Attack(row, title, student, other, expected, pace);
    }

    Attack by(String name) {
        return new Attack(row, title, name, deed, expected, pace);
    }

    private static String student(int row, String title) {
        return "%02d-%s".formatted(row, title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }
}
