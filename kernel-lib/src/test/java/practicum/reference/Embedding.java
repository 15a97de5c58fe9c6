package practicum.reference;

/** The first residual stream at a position. */
@FunctionalInterface
interface Embedding {
    double[] of(int token, int type, int position);
}
