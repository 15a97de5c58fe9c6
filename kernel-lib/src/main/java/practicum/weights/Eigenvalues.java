package practicum.weights;

import practicum.tensor.Tensor;

/**
 * Eigenvalues, which may be complex.
 *
 * @param real their real parts [.., n]
 * @param imaginary their imaginary parts [.., n]
 */
public record Eigenvalues(Tensor real, Tensor imaginary) {
    /** Their absolute values [.., n]. */
    public Tensor magnitudes() {
        return real.mul(real).add(imaginary.mul(imaginary)).sqrt();
    }

    /**
     * How positive they are [..], from −1 to 1: Σ λ / Σ |λ|. A matrix that maps each thing to more of itself has 1; one of
     * random numbers has about 0, and one of zeros NaN (Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits").
     */
    public Tensor positivity() {
        return real.sum(-1).div(magnitudes().sum(-1));
    }
}
