package practicum.source;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sentences of a rubric are worth: the points that each names, as in {@code 1 point. A claim.} or {@code a
 * control (2 points)}; where none names any, equal shares.
 */
public final class Rubric {
    private static final Pattern POINTS = Pattern.compile("(?:^|\\()(\\d+(?:\\.\\d+)?) points?(?:\\)|\\b)");
    private static final double ROUNDING = 1e-9;

    private Rubric() {}

    /** The points of each sentence of an answer that is worth {@code points}. */
    public static List<Double> worth(List<String> sentences, double points) {
        List<Double> named = named(sentences);
        return named.size() == sentences.size()
                ? named
                : Collections.nCopies(sentences.size(), points / sentences.size());
    }

    /** What is wrong about the points that a rubric names, if anything. */
    static Optional<String> problem(List<String> sentences, double points) {
        List<Double> named = named(sentences);
        if (named.isEmpty()) {
            return Optional.empty();
        } else if (named.size() < sentences.size()) {
            return Optional.of("Some sentences of this rubric name their points, and others do not.");
        }
        double sum = named.stream().mapToDouble(Double::doubleValue).sum();
        return Math.abs(sum - points) < ROUNDING
                ? Optional.empty()
                : Optional.of("The sentences of this rubric name " + sum + " points, and the answer is worth " + points
                        + ".");
    }

    private static List<Double> named(List<String> sentences) {
        return sentences.stream()
                .map(POINTS::matcher)
                .filter(Matcher::find)
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
    }
}
