package practicum.hook;

import java.util.Optional;
import practicum.tensor.Tensor;

/** Values that flowed through hooks: a run, or any other source to patch from. */
public interface Activations {
    /**
     * What flowed through a hook.
     *
     * @throws HookException if it was not recorded
     */
    Tensor get(Hook hook);

    /** The model that they come from, where that is known: changes made of them are refused in other models. */
    default Optional<Origin> origin() {
        return Optional.empty();
    }

    /**
     * The same values for use in other models too. Activation patching across models tells what a part of one does in
     * another, such as a model before and after it was tuned (Prakash et al. 2024, arXiv 2402.14811). Both must have the
     * same shape, and it is for the caller to know that the same place means the same in both.
     */
    default Activations acrossModels() {
        return this::get;
    }
}
