package practicum.model;

/**
 * The choices that the MLP makes.
 *
 * @param activation the neurons' function
 * @param gated whether a neuron is activation(x · W_gate) · (x · W_in), or just activation(x · W_in)
 * @param bias whether there are biases
 */
public record MlpConfig(Activation activation, boolean gated, boolean bias) {}
