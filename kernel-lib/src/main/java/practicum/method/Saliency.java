package practicum.method;

import java.util.SplittableRandom;
import practicum.hook.Hook;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.net.Net;
import practicum.progress.Progress;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Saliency: by how much a class's logit changes with each pixel, |∂ logit / ∂ pixel|, the most of all channels. It says
 * where a small change matters, not what is there; and it is noisy, since the gradient at one point is.
 *
 * <p>{@link #smooth} averages the gradient over noisy copies of each picture before its size is taken (SmoothGrad).
 * Sources: Simonyan et al. 2014 (arXiv 1312.6034); Smilkov et al. 2017 (arXiv 1706.03825).
 *
 * <pre>{@code
 * PictureSet pictures = world.pictures(Split.HELD_OUT, 100, 1);
 * HeatMaps maps = Saliency.of(net).maps(pictures.tensor(), pictures.labels());
 * maps.inside(pictures.masks());
 * }</pre>
 */
public final class Saliency {
    private final Net net;
    private final int copies;
    private final double noise;
    private final long seed;

    private Saliency(Net net, int copies, double noise, long seed) {
        this.net = net;
        this.copies = copies;
        this.noise = noise;
        this.seed = seed;
    }

    /** Saliency of a net that reads pictures. */
    public static Saliency of(Net net) {
        return new Saliency(net, 0, 0, 0);
    }

    /**
     * Averaged over noisy copies of each picture.
     *
     * @param noise standard deviation of the normal noise that is added to each pixel, in the pictures' units
     * @throws ModelException if there are no copies, or the noise is not above 0
     */
    public Saliency smooth(int newCopies, double newNoise, long newSeed) {
        if (newCopies < 1 || !(newNoise > 0) || Double.isInfinite(newNoise)) {
            throw new ModelException("SmoothGrad needs at least one copy and noise above 0; got " + newCopies
                    + " copies and noise " + newNoise + ".");
        }
        return new Saliency(net, newCopies, newNoise, newSeed);
    }

    /**
     * The maps of pictures.
     *
     * @param pictures [picture, channel, y, x]
     * @param classes for each picture the class whose logit is explained
     * @throws ModelException if the net reads no pictures, or there is not one class of the net's for each picture
     * @throws practicum.net.NetException if the pictures do not have the net's size
     */
    public HeatMaps maps(Tensor pictures, long... classes) {
        try (Scope scope = Scope.open()) {
            Metric logit = ClassLogit.of(net, pictures, classes).metric();
            Tensor gradient = gradient(pictures, logit);
            return new HeatMaps(scope.keep(gradient.abs().max(1).named("picture", "y", "x")));
        }
    }

    private Tensor gradient(Tensor pictures, Metric logit) {
        if (copies == 0) {
            return net.gradients(pictures, logit, Hook.image()).get(Hook.image());
        }
        Tensor mean = Tensor.zeros(pictures.shape());
        try (Progress progress = Progress.start("Gradients of noisy copies", copies)) {
            for (long each : new SplittableRandom(seed).longs(copies).toArray()) {
                try (Scope scope = Scope.open()) {
                    Tensor noisy =
                            pictures.add(Tensor.randn(each, pictures.shape()).mul(noise));
                    Tensor gradient = net.gradients(noisy, logit, Hook.image()).get(Hook.image());
                    mean = scope.keep(mean.add(gradient.div(copies)));
                }
                progress.advance(1);
            }
        }
        return mean;
    }

    @Override
    public String toString() {
        return "Saliency[" + net.config().name() + (copies == 0 ? "" : ", " + copies + " copies with noise " + noise)
                + "]";
    }
}
