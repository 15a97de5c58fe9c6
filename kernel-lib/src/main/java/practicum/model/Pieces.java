package practicum.model;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.tensor.Tensor;

/** Puts together what was recorded while a prompt was continued: the prompt's positions, then each new one. */
final class Pieces {
    private Pieces() {}

    /** One tensor of all positions. Patterns of earlier positions get zeros, and scores −1e30, for keys that came later. */
    static Tensor joined(Hook hook, List<Tensor> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int positions = hook.point().axes().indexOf("pos");
        if (positions >= 0) {
            return Tensor.concat(positions, parts);
        }
        int keys = parts.get(parts.size() - 1).size(3);
        double absent = hook.point() == practicum.hook.HookPoint.PATTERN ? 0 : Passage.HIDDEN;
        List<Tensor> padded = new ArrayList<>();
        for (Tensor part : parts) {
            int missing = keys - part.size(3);
            padded.add(
                    missing == 0
                            ? part
                            : Tensor.concat(
                                    3,
                                    List.of(
                                            part,
                                            Tensor.zeros(part.size(0), part.size(1), part.size(2), missing)
                                                    .add(absent))));
        }
        return Tensor.concat(2, padded);
    }
}
