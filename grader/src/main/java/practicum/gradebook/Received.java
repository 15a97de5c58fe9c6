package practicum.gradebook;

import java.time.Instant;
import java.util.Arrays;

/**
 * When something was handed in, and who says so.
 *
 * @param time when
 * @param witness who says so
 */
public record Received(Instant time, Witness witness) {
    /** Who says when something was handed in; later ones are believed before earlier ones. */
    public enum Witness {
        /** The file's own date, which whoever copies or unpacks it changes. */
        FILE(0, "the file's own date"),
        /** The platform that collected it, such as nbgrader or Gradescope. */
        PLATFORM(1, "the platform"),
        /** The instructor, in a list. */
        INSTRUCTOR(2, "the instructor");

        private final int rank;
        private final String words;

        Witness(int rank, String words) {
            this.rank = rank;
            this.words = words;
        }

        /** Who is of this rank. */
        static Witness of(int rank) {
            return Arrays.stream(values())
                    .filter(witness -> witness.rank == rank)
                    .findFirst()
                    .orElse(FILE);
        }

        /** How far it is believed; the gradebook keeps it. */
        int rank() {
            return rank;
        }

        /** Who it is, in a few words. */
        public String words() {
            return words;
        }
    }

    /** Whether there was a file, and nobody but its own date says when it came. */
    public boolean isByFileDate() {
        return witness == Witness.FILE && time.isAfter(Instant.EPOCH);
    }

    /** What a file's own date says. */
    public static Received byFile(Instant time) {
        return new Received(time, Witness.FILE);
    }
}
