package practicum.model;

/**
 * How a model normalises.
 *
 * @param kind what is divided by what
 * @param epsilon what is added to the variance or to the mean square
 * @param bias whether a normalisation shifts after it scales
 */
public record NormConfig(Kind kind, double epsilon, boolean bias) {
    /** What is divided by what. */
    public enum Kind {
        /** The centred values by their standard deviation (Ba et al. 2016, arXiv 1607.06450). */
        LAYER,
        /** The values by their root mean square (Zhang and Sennrich 2019, arXiv 1910.07467). */
        RMS
    }
}
