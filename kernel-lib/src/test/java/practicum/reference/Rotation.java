package practicum.reference;

/** What positions do to a head's query or key. */
@FunctionalInterface
interface Rotation {
    Rotation NONE = (head, position, length) -> head;

    /** @param length of the whole row, which dynamic scaling looks at */
    double[] turn(double[] head, int position, int length);
}
