package practicum.model;

import practicum.tensor.Tensor;

/**
 * The positions that pass through the blocks at once: how they lie in a tensor, where each stands and what each may see.
 *
 * <p>Everything but attention treats each position alone, so the stream may have any shape [.., d_model]. Only where
 * heads look at each other must positions lie as [b, p, ..], and this brings them there and back.
 */
interface Positions {
    /** Queries or keys [.., h, d] turned by their positions. */
    Tensor turn(int layer, Tensor heads);

    /** Queries [.., h, d] laid out as [b, p, h, d]. */
    Tensor queries(Tensor rows);

    /** All keys and values that may be seen, those that pass now and those of before [b, k, kv, d]. */
    KeyValueCache.Entry seen(int layer, Tensor keys, Tensor values);

    /** Scores [b, h, p, k] with −1e30 where a position may not look. */
    Tensor hide(int layer, Tensor scores);

    /** What heads made [b, p, h, d], in the shape of the stream again [.., h, d]. */
    Tensor rows(Tensor mixed);
}
