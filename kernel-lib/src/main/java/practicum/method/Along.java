package practicum.method;

import java.util.List;
import java.util.Set;
import practicum.hook.HookPoint;
import practicum.model.ModelException;
import practicum.tensor.Tensor;

/** Sums of a hook's value over all of its axes but some. */
final class Along {
    private Along() {}

    /** @throws ModelException if the hook lacks one of the axes */
    static void require(HookPoint point, String... axes) {
        for (String axis : axes) {
            if (!point.axes().contains(axis)) {
                throw new ModelException(point + " has no axis \"" + axis + "\" to be told apart by; its axes are "
                        + point.axes() + ".");
            }
        }
    }

    /** [kept.., batch] of a value [batch, ..]. */
    static Tensor summed(Tensor value, HookPoint point, Set<String> kept) {
        List<String> axes = point.axes();
        Tensor sum = value;
        for (int axis = axes.size() - 1; axis > 0; axis--) {
            sum = kept.contains(axes.get(axis)) ? sum : sum.sum(axis);
        }
        int[] order = new int[sum.rank()];
        for (int i = 0; i + 1 < order.length; i++) {
            order[i] = i + 1;
        }
        return sum.permute(order);
    }
}
