package practicum.method;

import java.util.List;
import java.util.Random;
import practicum.model.ModelException;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.tensor.TorchScript;

/**
 * A dictionary of directions of which a model's activations are sparse sums.
 *
 * <p>A model has more features than dimensions, so they cannot each have a neuron; but few are active at once. An
 * autoencoder with many units, of which few may be active, finds them: it reads an activation x as
 * {@code f = relu((x − b_dec) · W_enc + b_enc)} and writes it again as {@code f · W_dec + b_dec}. A unit's row of W_dec,
 * of length 1, is the direction of its feature. Training lessens {@code |x̂ − x|² + penalty · Σ f}, in the mean of the
 * batch; or, with {@link Sparsity#topK}, the first term alone, where only the k largest of f are kept.
 *
 * <p>Sources: Bricken et al. 2023 (Towards Monosemanticity); Cunningham et al. 2023 (arXiv 2309.08600); for top-k, Gao et
 * al. 2024 (arXiv 2406.04093), without their second loss for units that are never active.
 */
public final class SparseAutoencoder {
    private static final TorchScript SCRIPT = TorchScript.resource(SparseAutoencoder.class, "sparse_autoencoder.py");

    /**
     * What keeps features few.
     *
     * @param penalty how much a feature's activity costs
     * @param active how many may be active at once; 0 means any number
     */
    public record Sparsity(double penalty, int active) {
        public Sparsity {
            if (!(penalty >= 0) || active < 0) {
                throw new ModelException("Sparsity needs a penalty ≥ 0 and a number of active features ≥ 0; got "
                        + penalty + " and " + active + ".");
            }
        }

        /** Activity costs. */
        public static Sparsity penalty(double penalty) {
            return new Sparsity(penalty, 0);
        }

        /** Only the k largest are kept, at no cost. */
        public static Sparsity topK(int k) {
            return new Sparsity(0, k);
        }
    }

    /**
     * What training lessens, in the mean of the rows.
     *
     * @param error |x̂ − x|²
     * @param activity Σ f
     * @param total the error plus the activity's cost
     * @param active how many features are active
     */
    public record Loss(double error, double activity, double total, double active) {}

    private final Sparsity sparsity;
    private final Tensor encoder; // [d_model, feature]
    private final Tensor decoder; // [d_model, feature]: turned, so that no product needs a large copy
    private final Tensor encoderBias; // [feature]
    private final Tensor decoderBias; // [d_model]
    private final List<Tensor> means;
    private final List<Tensor> squares;
    private int steps;

    private SparseAutoencoder(Sparsity sparsity, Tensor directions) {
        this.sparsity = sparsity;
        decoder = directions;
        encoder = SCRIPT.call("copy", directions);
        encoderBias = Tensor.zeros(directions.size(1));
        decoderBias = Tensor.zeros(directions.size(0));
        means = parameters().stream().map(p -> Tensor.zeros(p.shape())).toList();
        squares = parameters().stream().map(p -> Tensor.zeros(p.shape())).toList();
    }

    /** An untrained one: random directions, each read as it is written. */
    public static SparseAutoencoder untrained(int dModel, int features, Sparsity sparsity, long seed) {
        if (dModel < 1 || features < 1 || sparsity.active() > features) {
            throw new ModelException("A dictionary needs at least one dimension and one feature, and no more active"
                    + " features than there are; got " + dModel + ", " + features + ", " + sparsity.active() + ".");
        }
        NativeMemory.require(32L * dModel * features, "A dictionary of " + features + " directions");
        Tensor directions = Tensor.randn(seed, dModel, features);
        return new SparseAutoencoder(sparsity, directions.div(directions.norm(0)));
    }

    // ---------------------------------------------------------------- using

    /** How active each feature is [.., feature], in activations [.., d_model]. */
    public Tensor encode(Tensor x) {
        requireWidth(x);
        Tensor pre = x.sub(decoderBias).affine(encoder, encoderBias);
        return SCRIPT.call("active", pre, sparsity.active());
    }

    /** The activations [.., d_model] that features [.., feature] stand for. */
    public Tensor decode(Tensor features) {
        return features.affine(decoder.t(), decoderBias);
    }

    /** How well activations [row, d_model] are read and written. */
    public Loss loss(Tensor x) {
        try (Scope scope = Scope.open()) {
            Tensor f = encode(x);
            Tensor difference = decode(f).sub(x);
            double rows = x.size(0);
            double error = difference.mul(difference).sum().item() / rows;
            double activity = f.sum().item() / rows;
            double active = f.greater(Tensor.scalar(0)).toFloat().sum().item() / rows;
            return new Loss(error, activity, error + sparsity.penalty() * activity, active);
        }
    }

    /** The direction of each feature, of length 1 [feature, d_model]; training changes them. */
    public Tensor W_dec() {
        return decoder.t().named("feature", "d_model");
    }

    /** What each feature reads [d_model, feature]; training changes it. */
    public Tensor W_enc() {
        return encoder.named("d_model", "feature");
    }

    /** From where each feature is active [feature]; training changes it. */
    public Tensor b_enc() {
        return encoderBias.named("feature");
    }

    /** The activation that is written when no feature is active [d_model]; training changes it. */
    public Tensor b_dec() {
        return decoderBias.named("d_model");
    }

    // ---------------------------------------------------------------- training

    /**
     * Steps on rows drawn from activations [row, d_model].
     *
     * @param count how many steps
     * @param batch rows for each
     * @param rate Adam's learning rate; it falls to zero over the last fifth
     * @param seed of the draws
     */
    public void train(Tensor activations, int count, int batch, double rate, long seed) {
        Random random = Seeds.random(seed);
        try (Progress progress = Progress.start("Training a dictionary", count)) {
            for (int i = 0; i < count; i++) {
                try (Scope scope = Scope.open()) {
                    long[] rows = random.longs(batch, 0, activations.size(0)).toArray();
                    double left = Math.min(1, 5.0 * (count - i) / count);
                    double loss = step(activations.take(0, Tensor.of(rows)), rate * left);
                    progress.note(String.format(java.util.Locale.ROOT, "loss %.4f", loss));
                }
                progress.advance(1);
            }
        }
    }

    /**
     * One step of Adam (Kingma and Ba 2014, arXiv 1412.6980) on a batch [row, d_model]; directions keep length 1.
     *
     * @return the loss before the step
     * @throws ModelException if it is not a number
     */
    public double step(Tensor x, double rate) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Pass pass = pass(x);
            double loss = pass.loss.item();
            if (!Double.isFinite(loss)) {
                throw new ModelException("The loss of step " + steps + " is " + loss
                        + ". Lower the learning rate, scale the activations, or look for infinities among them.");
            }
            steps++;
            SCRIPT.call("adam", parameters(), pass.gradients, means, squares, steps, rate);
            return loss;
        }
    }

    /** The loss of a batch and its gradients with respect to {@link #parameters}, worked out by hand. */
    record Pass(Tensor loss, List<Tensor> gradients) {}

    Pass pass(Tensor x) {
        requireWidth(x);
        double rows = x.size(0);
        Tensor centred = x.sub(decoderBias); // [row, d_model]
        Tensor f = SCRIPT.call("activate", centred.affine(encoder, encoderBias), sparsity.active()); // [row, feature]
        Tensor difference = f.affine(decoder.t(), decoderBias).sub(x); // [row, d_model]
        Tensor loss = SCRIPT.call("loss", difference, f, sparsity.penalty());

        Tensor dWritten = difference.mul(2 / rows);
        Tensor dDecoder = dWritten.t().matMul(f); // [d_model, feature]
        Tensor price = Tensor.zeros(f.size(1)).add(sparsity.penalty() / rows);
        Tensor dPre = SCRIPT.call("where_active", dWritten.affine(decoder, price), f); // [row, feature]
        Tensor dEncoder = centred.t().matMul(dPre);
        Tensor dEncoderBias = dPre.sum(0);
        Tensor dDecoderBias = dWritten.sum(0).sub(encoder.matMul(dEncoderBias));
        return new Pass(loss, List.of(dEncoder, dDecoder, dEncoderBias, dDecoderBias));
    }

    List<Tensor> parameters() {
        return List.of(encoder, decoder, encoderBias, decoderBias);
    }

    private void requireWidth(Tensor x) {
        if (x.rank() < 1 || x.size(-1) != decoderBias.size(0)) {
            throw new ModelException(
                    "This dictionary reads activations [.., " + decoderBias.size(0) + "], got " + x + ".");
        }
    }

    @Override
    public String toString() {
        return "SparseAutoencoder[d_model=" + decoderBias.size(0) + ", features=" + encoderBias.size(0) + ", "
                + sparsity + ", " + steps + " steps]";
    }
}
