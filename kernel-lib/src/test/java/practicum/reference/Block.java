package practicum.reference;

/** One layer: attention, a feed-forward layer, and how they are normalised and added to the residual stream. */
record Block(
        Wiring wiring,
        Pointwise beforeAttention,
        Attention attention,
        Pointwise afterAttention,
        Pointwise beforeMlp,
        Pointwise mlp,
        Pointwise afterMlp) {

    enum Wiring {
        /** x + attention, then x + MLP; "after" normalises what is added. */
        SERIAL,
        /** x + attention + MLP, both of the block's input. */
        PARALLEL,
        /** The sum itself is normalised, as in the first Transformer. */
        POST_NORM
    }

    static Block serial(Pointwise beforeAttention, Attention attention, Pointwise beforeMlp, Pointwise mlp) {
        return new Block(
                Wiring.SERIAL, beforeAttention, attention, Pointwise.IDENTITY, beforeMlp, mlp, Pointwise.IDENTITY);
    }

    static Block parallel(Pointwise beforeAttention, Attention attention, Pointwise beforeMlp, Pointwise mlp) {
        Block block = serial(beforeAttention, attention, beforeMlp, mlp);
        return new Block(
                Wiring.PARALLEL,
                block.beforeAttention,
                attention,
                block.afterAttention,
                block.beforeMlp,
                mlp,
                block.afterMlp);
    }

    static Block postNorm(Attention attention, Pointwise afterAttention, Pointwise mlp, Pointwise afterMlp) {
        return new Block(
                Wiring.POST_NORM, Pointwise.IDENTITY, attention, afterAttention, Pointwise.IDENTITY, mlp, afterMlp);
    }

    double[][] apply(double[][] x, boolean[] real, double[][][] pattern) {
        double[][] attended = attention.apply(beforeAttention.everywhere(x), real, pattern);
        return switch (wiring) {
            case SERIAL -> {
                double[][] mid = Vectors.plus(x, afterAttention.everywhere(attended));
                yield Vectors.plus(mid, beforeMlp.then(mlp).then(afterMlp).everywhere(mid));
            }
            case PARALLEL ->
                Vectors.plus(Vectors.plus(x, attended), beforeMlp.then(mlp).everywhere(x));
            case POST_NORM -> {
                double[][] mid = afterAttention.everywhere(Vectors.plus(x, attended));
                yield afterMlp.everywhere(Vectors.plus(mid, mlp.everywhere(mid)));
            }
        };
    }
}
