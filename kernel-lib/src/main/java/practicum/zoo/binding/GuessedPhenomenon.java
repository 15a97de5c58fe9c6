package practicum.zoo.binding;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import practicum.model.Transformer;
import practicum.world.Prompt;
import practicum.zoo.Answering;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * The share of questions that are answered rightly, beside that of a reader who has the words and not what is bound to what.
 *
 * @param <Q> a kind of question
 * @param name of the measurement
 * @param measures what is asked
 * @param questions some of them
 * @param prompt a question as text
 * @param guesser how the reader guesses
 * @param guess what the reader says to a question
 */
record GuessedPhenomenon<Q>(
        String name,
        String measures,
        Supplier<List<Q>> questions,
        Function<Q, Prompt> prompt,
        String guesser,
        Function<Q, String> guess)
        implements Phenomenon<Transformer> {
    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<Q> asked = questions.get();
        double right = Answering.of(subject.model(), asked.stream().map(prompt).toList())
                .accuracy();
        double guessed = asked.stream()
                .filter(each -> guess.apply(each).equals(prompt.apply(each).answer()))
                .count();
        return List.of(new Measurement(
                name, measures, right, guesser, guessed / asked.size(), 0.02, BindingPhenomena.PRACTICUMS));
    }
}
