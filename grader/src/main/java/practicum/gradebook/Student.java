package practicum.gradebook;

/**
 * Somebody who hands in.
 *
 * @param id the name of their folder of submissions
 * @param name what they are called; their id where no roster says more
 * @param email their address, or empty
 * @param lms their number in the learning management system, or empty
 */
public record Student(String id, String name, String email, String lms) {
    /** A student of whom only the folder's name is known. */
    public static Student of(String id) {
        return new Student(id, id, "", "");
    }
}
