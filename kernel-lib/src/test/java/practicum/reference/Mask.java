package practicum.reference;

/** Which keys a query may look at. */
@FunctionalInterface
interface Mask {
    Mask EVERYTHING = (query, key) -> true;
    Mask CAUSAL = (query, key) -> key <= query;

    boolean sees(int query, int key);

    /** Itself and the {@code size - 1} before it. */
    static Mask window(int size) {
        return (query, key) -> key <= query && key > query - size;
    }
}
