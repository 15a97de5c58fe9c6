package practicum.doctor;

/**
 * What was found about one thing that the course needs.
 *
 * @param health how it is
 * @param subject the thing, in a word
 * @param seen what was found, in a sentence
 * @param remedy how to mend it; empty where there is nothing to mend
 */
public record Diagnosis(Health health, String subject, String seen, String remedy) {
    /** How a thing is. */
    public enum Health {
        /** As it should be. */
        WELL("✓"),
        /** The course works without it, or in part. */
        WEAK("!"),
        /** Nothing works without it. */
        ILL("✗");

        private final String mark;

        Health(String mark) {
            this.mark = mark;
        }
    }

    static Diagnosis well(String subject, String seen) {
        return new Diagnosis(Health.WELL, subject, seen, "");
    }

    static Diagnosis weak(String subject, String seen, String remedy) {
        return new Diagnosis(Health.WEAK, subject, seen, remedy);
    }

    static Diagnosis ill(String subject, String seen, String remedy) {
        return new Diagnosis(Health.ILL, subject, seen, remedy);
    }

    /** One line, and one more that tells how to mend it. */
    @Override
    public String toString() {
        String line = "%s %-9s %s".formatted(health.mark, subject, seen);
        return remedy.isEmpty() ? line : line + "\n            → " + remedy;
    }
}
