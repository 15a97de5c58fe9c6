package practicum.zoo.binding;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import practicum.world.Vocabulary;
import practicum.world.binding.BeliefQuestion;
import practicum.world.binding.BoxTask;
import practicum.world.binding.Kind;

/**
 * How much each token of the binding world's text counts in training. What is told for the first time cannot be known, and
 * the most that can be learned of it is which words there are; what is asked can be. So answers count in full, and all else
 * for a part. An answer is a word in front of a full stop: one for a thing that was told of before, "nothing" or "unknown".
 */
record AnswerWeights(Set<Long> things, Set<Long> others, long stop, double rest) implements Function<long[], float[]> {
    static AnswerWeights of(Vocabulary words, double rest) {
        Set<Long> things = Stream.of(Kind.values())
                .flatMap(kind -> kind.words().stream())
                .map(word -> (long) words.id(word))
                .collect(Collectors.toSet());
        Set<Long> others = Set.of((long) words.id(BoxTask.NOTHING), (long) words.id(BeliefQuestion.UNKNOWN));
        return new AnswerWeights(things, others, words.id("."), rest);
    }

    @Override
    public float[] apply(long[] row) {
        Set<Long> told = new HashSet<>();
        float[] weights = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            boolean ends = i + 1 < row.length && row[i + 1] == stop;
            boolean known = others.contains(row[i]) || things.contains(row[i]) && told.contains(row[i]);
            weights[i] = ends && known ? 1 : (float) rest;
            told.add(row[i]);
        }
        return weights;
    }
}
