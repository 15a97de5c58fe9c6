package practicum.site;

/** Whom a site is for. */
public enum Edition {
    /** Executed solutions, hidden checks, mistakes, and the guides for whoever teaches. */
    INSTRUCTORS,
    /** What students get, and nothing else. */
    STUDENTS;

    boolean hasSolutions() {
        return this == INSTRUCTORS;
    }
}
