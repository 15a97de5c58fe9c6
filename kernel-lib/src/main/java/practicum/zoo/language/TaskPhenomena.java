package practicum.zoo.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.ioi.IoiCase;
import practicum.world.language.ioi.IoiFamily;
import practicum.world.language.ioi.IoiForm;
import practicum.world.language.task.ColouredObjects;
import practicum.zoo.AnswerPhenomenon;
import practicum.zoo.AnswerPhenomenon.Control;
import practicum.zoo.Answering;
import practicum.zoo.Phenomenon;

/** What a model can do with text: each task on what training held out. */
final class TaskPhenomena {
    private static final long SEED = 101;
    private static final int PROMPTS = 160;
    private static final int EXAMPLES = 4;
    private static final int LIST = 5;
    private static final double SHARE = 0.02;
    private static final double LOGITS = 0.2;

    private static final String TRANSFORMERS = "01_transformers_from_scratch";
    private static final String PROBING = "08_probing";
    private static final String INSPECTING = "09_inspecting_representations";
    private static final String HEADS = "10_attention_heads";
    private static final String CIRCUITS = "16_circuit_discovery";
    private static final String BINDING = "19_binding";

    private static final List<String> IOI = List.of(TRANSFORMERS, INSPECTING, CIRCUITS);

    private final LanguageWorld world;

    private TaskPhenomena(LanguageWorld world) {
        this.world = world;
    }

    /** What only the context tells. */
    static List<Phenomenon<Transformer>> inContext(LanguageWorld world) {
        TaskPhenomena tasks = new TaskPhenomena(world);
        List<Phenomenon<Transformer>> all = new ArrayList<>();
        all.add(tasks.ioiOfTraining());
        all.addAll(tasks.ioi());
        all.addAll(tasks.lists());
        all.addAll(tasks.tables());
        return List.copyOf(all);
    }

    /** What models of the world do besides knowing facts. */
    static List<Phenomenon<Transformer>> ofKnowledge(LanguageWorld world) {
        TaskPhenomena tasks = new TaskPhenomena(world);
        List<Phenomenon<Transformer>> all = new ArrayList<>();
        all.add(tasks.ioiOfTraining());
        all.addAll(tasks.lists());
        all.add(tasks.moods());
        return List.copyOf(all);
    }

    private Phenomenon<Transformer> ioiOfTraining() {
        return untrained(
                "ioi: names of training",
                "share in which the indirect object is the likeliest next word, form \"plain\"",
                () -> giving(IoiForm.PLAIN, Split.TRAIN),
                Answering::accuracy,
                SHARE,
                IOI);
    }

    private List<Phenomenon<Transformer>> ioi() {
        List<Phenomenon<Transformer>> all = new ArrayList<>();
        for (IoiForm form : IoiForm.values()) {
            String name = form.name().toLowerCase(java.util.Locale.ROOT);
            all.add(untrained(
                    "ioi: " + name,
                    "share in which the indirect object is likelier than the subject, form \"" + name
                            + "\"; names never seen in such sentences",
                    () -> giving(form, Split.HELD_OUT),
                    Answering::preference,
                    SHARE,
                    IOI));
        }
        all.add(untrained(
                "ioi: logit difference",
                "mean logit of the indirect object less that of the subject, form \"plain\"; names never seen in such"
                        + " sentences",
                () -> giving(IoiForm.PLAIN, Split.HELD_OUT),
                Answering::logitDiff,
                LOGITS,
                IOI));
        all.add(untrained(
                "ioi: keeping",
                "share in which the one who keeps is likelier than the other, whom giving would have; names never seen in"
                        + " such sentences",
                () -> prompts(world.ioi().cases(IoiFamily.KEEPING, Split.HELD_OUT, PROMPTS, Seeds.random(SEED))),
                Answering::preference,
                SHARE,
                IOI));
        return all;
    }

    private List<Prompt> giving(IoiForm form, Split split) {
        return prompts(world.ioi().giving(form, split, PROMPTS, Seeds.random(SEED)));
    }

    private static List<Prompt> prompts(List<IoiCase> cases) {
        return cases.stream().map(IoiCase::prompt).toList();
    }

    private List<Phenomenon<Transformer>> lists() {
        return List.of(
                shuffled(
                        "copying: held-out words",
                        "share of words repeated in a list like \"Rome -> Rome ; x ->\"; words never seen in such lists",
                        () -> world.copies().prompts(Split.HELD_OUT, EXAMPLES, Seeds.random(SEED)),
                        List.of(INSPECTING)),
                shuffled(
                        "echoes: held-out words",
                        "share of words said again nine tokens later; words never seen in such sentences",
                        () -> world.echoes().prompts(Split.HELD_OUT, Seeds.random(SEED)),
                        List.of(INSPECTING)),
                shuffled(
                        "relation lists: pairs of training",
                        "share right after four pairs of a relation",
                        () -> world.relations().prompts(Split.TRAIN, EXAMPLES, Seeds.random(SEED)),
                        List.of(INSPECTING, HEADS)));
    }

    private List<Phenomenon<Transformer>> tables() {
        return List.of(
                shuffled(
                        "recall: held-out lists",
                        "share of lists of five things in which the one that is missing is named",
                        () -> world.recall().lists(LIST, Split.HELD_OUT, PROMPTS, Seeds.random(SEED)).stream()
                                .map(list -> list.prompt(Seeds.random(SEED)))
                                .toList(),
                        List.of(HEADS, BINDING)),
                shuffled(
                        "coloured objects: held-out pairs",
                        "share of things whose colour is named; the text never gave this thing this colour",
                        () -> world.colouredObjects().tables(Split.HELD_OUT, PROMPTS, Seeds.random(SEED)).stream()
                                .map(ColouredObjects::prompt)
                                .toList(),
                        List.of(CIRCUITS)));
    }

    private Phenomenon<Transformer> moods() {
        return untrained(
                "moods: held-out pairs",
                "share in which somebody's reaction fits the adjective; the text never says it of this thing",
                () -> world.moods().prompts(Split.HELD_OUT, PROMPTS, Seeds.random(SEED)),
                Answering::preference,
                SHARE,
                List.of(PROBING, "22_erasure_and_fairness"));
    }

    private static Phenomenon<Transformer> shuffled(
            String name, String measures, Supplier<List<Prompt>> prompts, List<String> practicums) {
        return new AnswerPhenomenon(
                name, measures, () -> some(prompts.get()), Answering::accuracy, Control.SHUFFLED, SHARE, practicums);
    }

    private static Phenomenon<Transformer> untrained(
            String name,
            String measures,
            Supplier<List<Prompt>> prompts,
            ToDoubleFunction<Answering> score,
            double tolerance,
            List<String> practicums) {
        return new AnswerPhenomenon(
                name, measures, () -> some(prompts.get()), score, Control.UNTRAINED, tolerance, practicums);
    }

    private static List<Prompt> some(List<Prompt> prompts) {
        return prompts.subList(0, Math.min(PROMPTS, prompts.size()));
    }
}
