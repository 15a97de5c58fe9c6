package practicum.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.List;

/** The TorchScript functions behind {@link Tensor}: {@code ops.py} beside this class. */
final class Ops {
    private static final TorchScript SCRIPT = TorchScript.resource(Ops.class, "ops.py");

    private Ops() {}

    static Tensor one(String function, Object... arguments) {
        return SCRIPT.call(function, arguments);
    }

    static PtNDArray array(String function, Object... arguments) {
        return SCRIPT.array(function, arguments);
    }

    static boolean flag(String function, Object... arguments) {
        return SCRIPT.flag(function, arguments);
    }

    static List<Tensor> list(String function, Object... arguments) {
        return SCRIPT.callList(function, arguments);
    }
}
