package practicum.syntax;

/**
 * Code that uses what it should do without, or of which that cannot be told.
 *
 * @param kind which of these
 * @param name what is forbidden
 * @param cell the cell that the code stands in
 * @param code the code
 */
public record ForbiddenUse(Kind kind, String name, String cell, String code) {
    /** Why code is refused. */
    public enum Kind {
        /** It names what is forbidden. */
        NAMED,
        /** It looks types or methods up by texts, or makes them. */
        REFLECTION,
        /** It is no Java, or too much to read. */
        UNREADABLE
    }
}
