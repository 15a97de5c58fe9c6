package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import practicum.method.Loss.Prediction;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Scores a model's predictions of next tokens, in batches and windows of bounded size. */
final class Scoring {
    private static final String TITLE = "Predicting a text";
    private static final long CHUNK = 1 << 26; // logits at once: 256 MB

    private final Transformer model;

    Scoring(Transformer model) {
        if (!model.config().attention().causal()) {
            throw new ModelException("\"" + model.config().name()
                    + "\" sees the whole text at once and does not predict next tokens, so it has no such loss.");
        }
        this.model = model;
    }

    List<Prediction> batches(Tokens tokens) {
        int atOnce = (int)
                Math.max(1, CHUNK / ((long) tokens.length() * model.config().dVocab()));
        List<Prediction> all = new ArrayList<>();
        try (Progress progress = Progress.start(TITLE, tokens.batch())) {
            for (int from = 0; from < tokens.batch(); from += atOnce) {
                int[] rows = IntStream.range(from, Math.min(tokens.batch(), from + atOnce))
                        .toArray();
                long[][] ids = IntStream.of(rows).mapToObj(tokens::row).toArray(long[][]::new);
                int[] padding = IntStream.of(rows).map(tokens::padding).toArray();
                for (Prediction p : scored(Tokens.ofPaddedIds(ids, padding), 1)) {
                    all.add(new Prediction(p.row() + from, p.position(), p.id(), p.label(), p.nats(), p.hit()));
                }
                progress.advance(rows.length);
            }
        }
        return all;
    }

    /** Each token once, in the first window that holds it; the beginning stands in front of every window. */
    List<Prediction> windows(long[] ids, int stride) {
        int front = begins(ids) ? 1 : 0;
        int own = model.config().nCtx() - front; // of the text itself
        if (stride < 1 || stride >= own) {
            throw new ModelException("Windows of " + own + " tokens go on by 1 to " + (own - 1)
                    + " tokens, so that each has some context, but the stride is " + stride + ".");
        }
        List<Prediction> all = new ArrayList<>();
        int scored = 1; // ids before this one; the first is given
        try (Progress progress = Progress.start(TITLE, ids.length - scored)) {
            for (int start = front; scored < ids.length; start += stride) {
                int end = Math.min(ids.length, start + own);
                long[] window = LongStream.concat(Arrays.stream(ids, 0, front), Arrays.stream(ids, start, end))
                        .toArray();
                int shift = start - front; // from a place in the window to the place in the text
                for (Prediction p : scored(Tokens.ofIds(window), scored - shift)) {
                    all.add(new Prediction(0, p.position() + shift, p.id(), p.label(), p.nats(), p.hit()));
                }
                progress.advance(end - scored);
                scored = end;
            }
        }
        return all;
    }

    private boolean begins(long[] ids) {
        OptionalLong bos = model.hasTokenizer() ? model.tokenizer().bosId() : OptionalLong.empty();
        return ids.length > 0 && bos.isPresent() && bos.getAsLong() == ids[0];
    }

    private List<Prediction> scored(Tokens tokens, int from) {
        try (Scope scope = Scope.open()) {
            return predictions(tokens, model.run(tokens, Recording.none()).logits(), from);
        }
    }

    /** Predictions of the tokens from a position on, but never of a row's first. */
    List<Prediction> predictions(Tokens tokens, Tensor logits, int from) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            int length = tokens.length();
            long[] best = logits.argMax(-1).toLongArray();
            double[] logProbs = ofNext(tokens, logits.logSoftmax(-1));
            List<Prediction> all = new ArrayList<>();
            for (int r = 0; r < tokens.batch(); r++) {
                long[] ids = tokens.row(r);
                for (int p = Math.max(from, tokens.padding(r) + 1); p < length; p++) {
                    int at = r * length + p - 1;
                    all.add(new Prediction(r, p, ids[p], model.label(ids[p]), -logProbs[at], best[at] == ids[p]));
                }
            }
            return all;
        }
    }

    /** At each place, row by row, the log-probability of the token that follows; what stands at the end has no meaning. */
    private static double[] ofNext(Tokens tokens, Tensor logProbs) {
        int length = tokens.length();
        long[] wanted = new long[tokens.batch() * length];
        for (int r = 0; r < tokens.batch(); r++) {
            long[] ids = tokens.row(r);
            for (int p = 0; p + 1 < length; p++) {
                wanted[r * length + p] = (long) (r * length + p) * logProbs.size(2) + ids[p + 1];
            }
        }
        return logProbs.reshape(-1).take(0, Tensor.of(wanted)).toDoubleArray();
    }
}
