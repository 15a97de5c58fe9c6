package practicum.inbox;

/** Under which id somebody is filed whom a platform names in its own way. */
@FunctionalInterface
public interface Naming {
    /** What a platform tells of somebody. */
    enum Told {
        /** The number by which Canvas knows them, in every course. */
        NUMBER,
        /** Their whole name; Moodle's numbers are others in every assignment. */
        NAME,
        /** Their address. */
        ADDRESS
    }

    /**
     * The id of a student.
     *
     * @param told what kind of thing is told
     * @param key what is told
     * @param filed the id that the platform's own names make, for somebody of whom no more is known
     */
    String of(Told told, String key, String filed);

    /** Everybody is filed as the platform has them. */
    static Naming none() {
        return (told, key, filed) -> filed;
    }
}
