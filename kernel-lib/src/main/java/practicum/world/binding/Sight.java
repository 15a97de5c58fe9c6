package practicum.world.binding;

/** What a story says of whether one character sees what the other does. */
public enum Sight {
    /** "Bob can see Carla ." */
    SEES,
    /** "Bob cannot see Carla ." */
    BLIND,
    /** Nothing; then he does not see her. */
    UNSAID
}
