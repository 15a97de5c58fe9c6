package practicum.hook;

import practicum.tensor.Tensor;

/** Values that flowed through hooks: a run, or any other source to patch from. */
public interface Activations {
    /**
     * What flowed through a hook.
     *
     * @throws HookException if it was not recorded
     */
    Tensor get(Hook hook);
}
