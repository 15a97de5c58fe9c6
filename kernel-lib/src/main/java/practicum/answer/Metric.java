package practicum.answer;

import java.util.Arrays;
import java.util.Locale;

/** How good predictions are, as one number. */
enum Metric {
    /** The share of right classes. */
    ACCURACY(true, "accuracy", Kind.CLASSES),
    /** The mean over the classes of the share found of each: as good for rare classes as for common ones. */
    BALANCED(true, "balanced accuracy", Kind.CLASSES),
    /** The mean over the classes of F1, the harmonic mean of precision and recall. */
    F1(true, "macro F1", Kind.CLASSES),
    /** The chance that a random case of class 1 has a larger score than one of class 0, ties counted half. */
    AUC(true, "area under the ROC curve", Kind.SCORES),
    /** The mean precision at the places of class 1 in the order of falling scores; ties count as one place. */
    PRECISION(true, "average precision", Kind.SCORES),
    /** The mean of −log of the probability given to the class that is right, 0 or 1; in nats. */
    LOGLOSS(false, "log loss", Kind.PROBABILITIES),
    /** The mean squared difference of the probability of class 1 and the class (Brier 1950). */
    BRIER(false, "Brier score", Kind.PROBABILITIES),
    /** The part of the variance that is explained, 1 − Σ(y − ŷ)² / Σ(y − ȳ)². */
    R2(true, "coefficient of determination R²", Kind.NUMBERS),
    /** Pearson's correlation. */
    CORRELATION(true, "correlation", Kind.NUMBERS),
    /** The mean of |ŷ − y|. */
    MAE(false, "mean absolute error", Kind.NUMBERS),
    /** The mean of (ŷ − y)². */
    MSE(false, "mean squared error", Kind.NUMBERS),
    /** The root of the mean of (ŷ − y)². */
    RMSE(false, "root mean squared error", Kind.NUMBERS);

    private enum Kind {
        CLASSES,
        SCORES,
        PROBABILITIES,
        NUMBERS
    }

    private final boolean largeIsGood;
    private final String label;
    private final Kind kind;

    Metric(boolean largeIsGood, String label, Kind kind) {
        this.largeIsGood = largeIsGood;
        this.label = label;
        this.kind = kind;
    }

    static Metric named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static String[] names() {
        return Arrays.stream(values())
                .map(metric -> metric.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    boolean largeIsGood() {
        return largeIsGood;
    }

    /** Whether predictions are classes, of whatever kind. */
    boolean ofClasses() {
        return kind == Kind.CLASSES;
    }

    /** Whether predictions are numbers for each case and labels are classes 0 and 1. */
    boolean ofScores() {
        return kind == Kind.SCORES || kind == Kind.PROBABILITIES;
    }

    boolean ofProbabilities() {
        return kind == Kind.PROBABILITIES;
    }

    @Override
    public String toString() {
        return label;
    }
}
