package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtSymbolBlock;

/**
 * Calls a TorchScript method without inference mode, so that results can be differentiated. DJL's public call always
 * enters inference mode; the one that does not is package-private, hence this package.
 */
public final class ModuleCalls {
    private ModuleCalls() {}

    /** Runs {@code method} of {@code module}; the caller closes the result. */
    public static IValue run(PtSymbolBlock module, String method, IValue... arguments) {
        long[] handles = new long[arguments.length];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = arguments[i].getHandle();
        }
        return new IValue(PyTorchLibrary.LIB.moduleRunMethod(module.getHandle(), method, handles, true, false));
    }
}
