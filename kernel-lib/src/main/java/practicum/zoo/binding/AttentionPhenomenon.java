package practicum.zoo.binding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.world.Split;
import practicum.world.binding.BindingWorld;
import practicum.world.binding.ContextQuestion;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Which head fetches an answer: how much the last token attends to the right attribute, and to another entity's. */
record AttentionPhenomenon(BindingWorld world) implements Phenomenon<Transformer> {
    private static final int QUESTIONS = 60;
    private static final int ENTITIES = 3;

    /** Mean attention of a head from the last token. */
    private record Look(int layer, int head, double right, double wrong) {}

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<ContextQuestion> questions =
                world.contexts().questions(Split.TRAIN, ENTITIES, 1, 4 * QUESTIONS, BindingPhenomena.SEED).stream()
                        .filter(SwapPhenomenon::asksForAttribute)
                        .limit(QUESTIONS)
                        .toList();
        Look best = looks(subject.model(), questions).stream()
                .max(Comparator.comparingDouble(look -> look.right - look.wrong))
                .orElseThrow();
        return List.of(new Measurement(
                "fetching: attention",
                "attention of head " + best.layer + "." + best.head
                        + " from the last token to the attribute of the entity asked about",
                best.right,
                "to another entity's",
                best.wrong,
                0.02,
                BindingPhenomena.PRACTICUMS));
    }

    private static List<Look> looks(Transformer model, List<ContextQuestion> questions) {
        int heads = model.config().nHeads();
        double[] right = new double[model.config().nLayers() * heads];
        double[] wrong = new double[right.length];
        for (ContextQuestion question : questions) {
            try (Scope scope = Scope.open()) {
                Run run = model.run(question.marked().text(), Recording.of(HookPoint.PATTERN));
                for (int i = 0; i < right.length; i++) {
                    float[] from = run.get(Hook.pattern(i / heads))
                            .get(0, i % heads, -1)
                            .toFloatArray();
                    right[i] += from[token(question, question.entity())] / questions.size();
                    wrong[i] += from[token(question, question.other())] / questions.size();
                }
            }
        }
        return IntStream.range(0, right.length)
                .mapToObj(i -> new Look(i / heads, i % heads, right[i], wrong[i]))
                .toList();
    }

    private static int token(ContextQuestion question, int entity) {
        return question.context().marked().first(question.phrase().attribute(), entity);
    }
}
