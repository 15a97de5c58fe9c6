package practicum.world.arithmetic;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import practicum.world.TextSource;

/** Sentences that answer questions on a cycle, each in one of several phrases. */
final class CycleText implements TextSource {
    private static final List<String> AHEAD =
            List.of("%s after %s is", "count %s from %s and you reach", "if it is %2$s now , in %1$s it will be");
    private static final List<String> BACK =
            List.of("%s before %s is", "count %s back from %s and you reach", "if it is %2$s now , %1$s ago it was");

    private final List<CycleQuestion> trained;

    CycleText(List<CycleQuestion> trained) {
        this.trained = trained;
    }

    @Override
    public String name() {
        return trained.get(0).cycle().name();
    }

    @Override
    public List<String> sentence(Random random) {
        CycleQuestion question = trained.get(random.nextInt(trained.size()));
        List<String> phrasings = phrasings(question);
        String text = phrasings.get(random.nextInt(phrasings.size())) + " " + question.answer() + " .";
        return List.of(text.split(" "));
    }

    /** A question up to its answer, in every phrase. */
    static List<String> phrasings(CycleQuestion question) {
        return (question.isBack() ? BACK : AHEAD)
                .stream()
                        .map(phrase -> String.format(phrase, question.distance(), question.start()))
                        .toList();
    }

    @Override
    public List<String> frame() {
        return trained.stream()
                .flatMap(question -> Stream.concat(phrasings(question).stream(), Stream.of(question.answer() + " .")))
                .flatMap(text -> Stream.of(text.split(" ")))
                .distinct()
                .sorted()
                .toList();
    }
}
