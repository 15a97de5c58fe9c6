package practicum.method;

import java.util.Set;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelException;
import practicum.net.Net;
import practicum.net.NetGradients;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Grad-CAM: which places of a convolution's channels speak for a class. Each channel weighs as much as the class's logit
 * grows with it on average over its places; the weighted channels are summed, what speaks against the class is dropped, and
 * the rest is enlarged to the picture.
 *
 * <p>A map is as coarse as the convolution, and it rests on one gradient: where channels saturate it is blind. Where the
 * output reads the mean of each of the last channels, it is that layer's exact share of the logit (CAM, Zhou et al. 2016).
 * Source: Selvaraju et al. 2017 (arXiv 1610.02391).
 *
 * <pre>{@code
 * PictureSet scenes = world.scenes(Split.HELD_OUT, 2, 100, 1);   // two objects each
 * GradCam.of(net).maps(scenes.tensor(), scenes.labels()).pointing(scenes.masks());
 * }</pre>
 */
public final class GradCam {
    private static final Set<HookPoint> CHANNELS =
            Set.of(HookPoint.CONV_PRE, HookPoint.CONV_NORMALIZED, HookPoint.CONV_POST, HookPoint.CONV_POOL);

    private final Net net;
    private final Hook channels;

    private GradCam(Net net, Hook channels) {
        this.net = net;
        this.channels = channels;
    }

    /**
     * Grad-CAM on the last convolution, after its activation function.
     *
     * @throws ModelException if the net has no convolution
     */
    public static GradCam of(Net net) {
        int convs = net.config().convs().size();
        if (convs == 0) {
            throw new ModelException("Grad-CAM reads the channels of a convolution, and \""
                    + net.config().name() + "\" has none. Use Saliency for a net that reads pictures.");
        }
        return new GradCam(net, Hook.convPost(convs - 1));
    }

    /**
     * On other channels.
     *
     * @throws ModelException if the hook is not a convolution's
     * @throws practicum.hook.HookException if the net does not compute it
     */
    public GradCam at(Hook hook) {
        if (!CHANNELS.contains(hook.point())) {
            throw new ModelException(
                    "Grad-CAM reads the channels of a convolution, such as Hook.convPost(0), not " + hook + ".");
        }
        net.config().require(hook);
        return new GradCam(net, hook);
    }

    /**
     * The maps of pictures, enlarged to their size bilinearly.
     *
     * @param pictures [picture, channel, y, x]
     * @param classes for each picture the class that is explained
     * @throws ModelException if there is not one class of the net's for each picture
     * @throws practicum.net.NetException if the pictures do not have the net's size
     */
    public HeatMaps maps(Tensor pictures, long... classes) {
        try (Scope scope = Scope.open()) {
            Tensor coarse = coarse(pictures, classes);
            Tensor rows = enlarging(coarse.size(1), pictures.size(2)); // [y, y']
            Tensor columns = enlarging(coarse.size(2), pictures.size(3)); // [x, x']
            return new HeatMaps(scope.keep(
                    Tensor.einsum("pij,yi,xj->pyx", coarse, rows, columns).named("picture", "y", "x")));
        }
    }

    /** The maps before they are enlarged, at least 0 [picture, y', x']. */
    public Tensor coarse(Tensor pictures, long... classes) {
        try (Scope scope = Scope.open()) {
            NetGradients gradients = net.gradients(
                    pictures, ClassLogit.of(net, pictures, classes).metric(), channels);
            Tensor weights = gradients.get(channels).mean(3).mean(2); // [picture, channel]
            Tensor summed = Tensor.einsum("pcij,pc->pij", gradients.run().get(channels), weights);
            return scope.keep(summed.relu().named("picture", "y", "x"));
        }
    }

    /**
     * How {@code to} places are mixed from {@code from}, each place being as wide as its share of the whole [to, from]. Beyond
     * the middle of the first and the last place nothing changes.
     */
    static Tensor enlarging(int from, int to) {
        float[] shares = new float[to * from];
        for (int i = 0; i < to; i++) {
            double place = Math.max(0, Math.min(from - 1, (i + 0.5) * from / to - 0.5));
            int before = (int) place;
            double beyond = place - before;
            shares[i * from + before] += (float) (1 - beyond);
            shares[i * from + Math.min(from - 1, before + 1)] += (float) beyond;
        }
        return Tensor.of(shares, to, from);
    }

    @Override
    public String toString() {
        return "GradCam[" + net.config().name() + ", " + channels + "]";
    }
}
