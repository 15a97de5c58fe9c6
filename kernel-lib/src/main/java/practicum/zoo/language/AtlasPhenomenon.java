package practicum.zoo.language;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.method.RidgeProbe;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Draw;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.atlas.Dated;
import practicum.world.language.atlas.Spot;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether places and years lie on lines in the hidden states (Gurnee and Tegmark 2023, arXiv 2310.02207): a ridge probe is
 * fitted to the last token of some names and read on others. The layer is chosen on a third group of names.
 */
record AtlasPhenomenon(LanguageWorld world) implements Phenomenon<Transformer> {
    private static final String SIGN = "the sign says ";
    private static final long SEED = 3;
    private static final double TOLERANCE = 0.05;
    private static final List<String> PRACTICUMS = List.of("08_probing");

    /** Names in their prompts, what is to be read from each [n, k], and which rows are for what. */
    private record Task(String[] prompts, Tensor numbers, int[] fit, int[] choose, int[] test) {}

    /** What the probe of the chosen layer reads on the names kept for the end. */
    private record Reading(int layer, double r2) {}

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        return List.of(
                measured(
                        model,
                        "space: other places",
                        "R² of a linear probe for the coordinates of places that it was not fitted to, of those whose squares the text says",
                        "map shuffled",
                        places()),
                measured(
                        model,
                        "time: other things",
                        "R² of a linear probe for the years of things that it was not fitted to",
                        "years shuffled",
                        years()));
    }

    private static Measurement measured(Transformer model, String name, String measures, String control, Task task) {
        Reading reading = reading(model, task);
        Task shuffled = new Task(task.prompts, shuffled(task.numbers), task.fit, task.choose, task.test);
        return new Measurement(
                name,
                String.format(
                        Locale.ROOT,
                        "%s, from the last token of the name on a sign (\"the sign says NAME\") after layer %d",
                        measures,
                        reading.layer),
                reading.r2,
                control,
                reading(model, shuffled).r2,
                TOLERANCE,
                PRACTICUMS);
    }

    private Task places() {
        List<Spot> spots = world.atlas().spots().stream()
                .filter(spot -> world.atlas().square(spot) == Split.TRAIN)
                .toList();
        float[] numbers = new float[2 * spots.size()];
        for (int i = 0; i < spots.size(); i++) {
            numbers[2 * i] = (float) spots.get(i).x();
            numbers[2 * i + 1] = (float) spots.get(i).y();
        }
        return task(spots.stream().map(spot -> SIGN + spot.phrase()), Tensor.of(numbers, spots.size(), 2));
    }

    private Task years() {
        List<Dated> things = world.atlas().dated().stream()
                .filter(thing -> world.atlas().year(thing) == Split.TRAIN)
                .toList();
        float[] numbers = new float[things.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = things.get(i).year().number();
        }
        return task(things.stream().map(thing -> SIGN + thing.name()), Tensor.of(numbers, numbers.length, 1));
    }

    /** Three fifths to fit, one to choose the layer, one to test. */
    private static Task task(Stream<String> prompts, Tensor numbers) {
        List<Integer> all =
                Draw.shuffled(IntStream.range(0, numbers.size(0)).boxed().toList(), Seeds.random(SEED));
        int fifth = all.size() / 5;
        return new Task(
                prompts.toArray(String[]::new),
                numbers,
                ints(all.subList(2 * fifth, all.size())),
                ints(all.subList(fifth, 2 * fifth)),
                ints(all.subList(0, fifth)));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Tensor shuffled(Tensor numbers) {
        return numbers.take(
                0,
                ints(Draw.shuffled(IntStream.range(0, numbers.size(0)).boxed().toList(), Seeds.random(SEED))));
    }

    private static Reading reading(Transformer model, Task task) {
        try (Scope scope = Scope.open()) {
            Run run = model.run(model.tokenizer().tokens(task.prompts), Recording.of(HookPoint.RESID_POST));
            Reading best = new Reading(-1, 0);
            double chosen = Double.NEGATIVE_INFINITY;
            for (int layer = 0; layer < model.config().nLayers(); layer++) {
                Tensor states = run.get(Hook.residPost(layer)).select(1, -1);
                RidgeProbe probe =
                        RidgeProbe.crossValidated(states.take(0, task.fit), task.numbers.take(0, task.fit), SEED);
                double r2 = r2(probe, states, task.numbers, task.choose);
                if (r2 > chosen) {
                    chosen = r2;
                    best = new Reading(layer, r2(probe, states, task.numbers, task.test));
                }
            }
            return best;
        }
    }

    private static double r2(RidgeProbe probe, Tensor states, Tensor numbers, int[] rows) {
        return probe.r2(states.take(0, rows), numbers.take(0, rows));
    }
}
