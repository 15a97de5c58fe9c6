package practicum.reference;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A transformer in double precision, one row of tokens at a time, read from a folder in Hugging Face's layout.
 *
 * @param head from the normalised last residual stream to logits
 */
public record ReferenceModel(Embedding embedding, List<Block> blocks, Pointwise finalNorm, Pointwise head) {

    public static ReferenceModel open(Path folder) {
        return Family.of(Config.read(folder.resolve("config.json")), StoredTensors.read(folder))
                .model();
    }

    public int layers() {
        return blocks.size();
    }

    /** Runs a row in which every token is real and of type 0. */
    public ReferenceRun run(long... ids) {
        return run(ids, new long[ids.length]);
    }

    /** Runs a row in which every token is real. */
    public ReferenceRun run(long[] ids, long[] types) {
        boolean[] real = new boolean[ids.length];
        Arrays.fill(real, true);
        return run(ids, types, real);
    }

    /** @param real whether the token may be attended to; padding may not */
    public ReferenceRun run(long[] ids, long[] types, boolean[] real) {
        double[][][] resid = new double[layers() + 1][][];
        double[][][][] pattern = new double[layers()][][][];
        resid[0] = new double[ids.length][];
        for (int position = 0; position < ids.length; position++) {
            resid[0][position] = embedding.of((int) ids[position], (int) types[position], position);
        }
        for (int layer = 0; layer < layers(); layer++) {
            Block block = blocks.get(layer);
            pattern[layer] = new double[block.attention().heads()][][];
            resid[layer + 1] = block.apply(resid[layer], real, pattern[layer]);
        }
        double[][] normalized = finalNorm.everywhere(resid[layers()]);
        return new ReferenceRun(resid, normalized, pattern, head.everywhere(normalized));
    }

    /** The row and its {@code count} likeliest next tokens, each computed from the whole row so far. */
    public long[] greedy(long[] ids, int count) {
        long[] row = ids;
        for (int i = 0; i < count; i++) {
            double[] last = run(row).logits()[row.length - 1];
            int best = 0;
            for (int token = 1; token < last.length; token++) {
                best = last[token] > last[best] ? token : best;
            }
            row = Arrays.copyOf(row, row.length + 1);
            row[row.length - 1] = best;
        }
        return row;
    }
}
