package practicum.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import practicum.progress.Progress;
import practicum.tensor.Threads;

/**
 * A run of the benchmark. The ways to do a piece of work take turns, round by round, in one process, so that whatever else
 * the machine does meets all of them; medians are compared.
 */
public final class Bench {
    private final Settings settings;
    private final List<BenchCase> cases;
    private final MatrixProducts products;

    /**
     * What is measured, and how.
     *
     * @param model {@code gpt2-shape}: random weights in the shape of GPT-2 small; or a shipped model
     * @param only parts of cases' names; none means all
     * @param rounds how often each is measured
     * @param threads how many one operation may use
     * @param quick whether everything is tiny: to try it out
     */
    public record Settings(String model, List<String> only, int rounds, int threads, boolean quick) {
        public Settings {
            only = List.copyOf(only);
            if (rounds < 1) {
                throw new BenchException("A median needs at least 1 round, got " + rounds + ".");
            }
        }
    }

    private Bench(Settings settings, List<BenchCase> cases, MatrixProducts products) {
        this.settings = settings;
        this.cases = cases;
        this.products = products;
    }

    /**
     * Prepares the measurement.
     *
     * @throws BenchException if no case is meant
     */
    public static Bench of(Settings settings) {
        Threads.use(settings.threads());
        Subject subject = subject(settings);
        List<BenchCase> all = cases(subject);
        List<BenchCase> meant = all.stream()
                .filter(c -> settings.only().isEmpty()
                        || settings.only().stream()
                                .anyMatch(part ->
                                        c.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))))
                .toList();
        if (meant.isEmpty()) {
            throw new BenchException("No case's name contains " + settings.only() + "; there are "
                    + all.stream().map(BenchCase::name).toList() + ".");
        }
        return new Bench(settings, meant, new MatrixProducts(subject.sizes().productScale()));
    }

    private static Subject subject(Settings settings) {
        if (!settings.model().equals("gpt2-shape")) {
            return Subject.shipped(settings.model(), settings.quick());
        }
        return settings.quick() ? Subject.tiny() : Subject.gpt2Shape();
    }

    private static List<BenchCase> cases(Subject subject) {
        List<BenchCase> cases = new ArrayList<>(new ForwardCases(subject).all());
        cases.addAll(new GradientCases(subject).all());
        cases.add(new GenerationCase(subject).one());
        cases.addAll(new Bfloat16Cases(subject).all());
        cases.addAll(new SweepCases(subject).all());
        cases.add(new DictionaryCase(subject.sizes()).one());
        cases.add(StartCase.one());
        return cases;
    }

    /** Measures. */
    public Report run() {
        int before = Threads.inUse();
        double load = Machine.load();
        Threads.use(settings.threads());
        try (Progress progress = Progress.start("Measuring", (long) settings.rounds() * (cases.size() + 1))) {
            progress.note("matrix products");
            rounds(products.watches().toList(), progress);
            List<Map<Role, Stopwatch>> watches = new ArrayList<>();
            for (BenchCase each : cases) {
                progress.note(each.name());
                watches.add(measured(each, progress));
            }
            double rate = products.best(isByWall());
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                results.add(result(cases.get(i), watches.get(i), rate));
            }
            double differentiable = products.bestDifferentiable(isByWall());
            return new Report(settings, results, rate / 1e6, differentiable / 1e6, Math.max(load, Machine.load()));
        } finally {
            Threads.use(before);
        }
    }

    private Map<Role, Stopwatch> measured(BenchCase each, Progress progress) {
        Map<Role, Stopwatch> watches = new EnumMap<>(Role.class);
        each.works().forEach((role, work) -> watches.put(role, new Stopwatch(work)));
        rounds(List.copyOf(watches.values()), progress);
        return watches;
    }

    private void rounds(List<Stopwatch> watches, Progress progress) {
        watches.forEach(Stopwatch::warmUp);
        for (int round = 0; round < settings.rounds(); round++) {
            watches.forEach(Stopwatch::measure);
            progress.advance(1);
        }
    }

    private Result result(BenchCase each, Map<Role, Stopwatch> watches, double rate) {
        Map<Role, List<Timing>> timings = new EnumMap<>(Role.class);
        watches.forEach((role, watch) -> timings.put(role, watch.timings()));
        OptionalDouble limit = each.flops() > 0 ? OptionalDouble.of(each.flops() / rate) : OptionalDouble.empty();
        return new Result(each, timings, limit, disagreement(watches), each.elsewhere() || isByWall());
    }

    /** With several threads the calling one is not the only one that works. */
    private boolean isByWall() {
        return settings.threads() > 1;
    }

    private static OptionalDouble disagreement(Map<Role, Stopwatch> watches) {
        Stopwatch ours = watches.get(Role.OURS);
        Stopwatch naive = watches.get(Role.NAIVE);
        if (ours == null || naive == null || naive.found().length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Difference.relative(ours.found(), naive.found()));
    }
}
