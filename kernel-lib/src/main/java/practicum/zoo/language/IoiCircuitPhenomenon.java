package practicum.zoo.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.method.ActivationPatching;
import practicum.method.DirectLogitAttribution;
import practicum.method.LogitShares;
import practicum.model.Metric;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.ioi.IoiCase;
import practicum.world.language.ioi.IoiForm;
import practicum.world.language.ioi.IoiRole;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Which heads name the indirect object (Wang et al. 2022, arXiv 2211.00593), in sentences of the plain form about people
 * who never stood in such sentences. The patched run is about the same pair, and the other one gives.
 */
record IoiCircuitPhenomenon(LanguageWorld world) implements Phenomenon<Transformer> {
    private static final int DRAWN = 500;
    private static final int PROMPTS = 48;
    private static final long SEED = 23;
    private static final List<String> PRACTICUMS = List.of("16_circuit_discovery");

    /** A head with what is said of it. */
    private record Head(int layer, int number, double value) {
        String label() {
            return "L" + layer + "H" + number;
        }
    }

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        List<IoiCase> cases = cases(world);
        try (Scope scope = Scope.open()) {
            Run clean = model.run(tokens(model, cases, IoiCase::words));
            Run swapped = model.run(tokens(model, cases, IoiCase::swapped));
            List<Head> deciding = deciding(clean, swapped, cases);
            Head first = deciding.get(0);
            Head mover = mover(clean, cases);
            return List.of(
                    new Measurement(
                            "ioi: deciding head",
                            "share of the logit difference that " + first.label()
                                    + " alone turns round at the last token, with what it writes there if the other gives",
                            first.value,
                            "the next head, " + deciding.get(1).label(),
                            deciding.get(1).value,
                            0.05,
                            PRACTICUMS),
                    new Measurement(
                            "ioi: it looks at who gives",
                            "attention of " + first.label()
                                    + " from the last token to the giver where they give, or the word after it",
                            attention(clean, first, cases, List.of(IoiRole.S2)),
                            "to all other mentions of both, and the words after",
                            attention(clean, first, cases, List.of(IoiRole.IO, IoiRole.S, IoiRole.IO0, IoiRole.S0)),
                            0.05,
                            PRACTICUMS),
                    new Measurement(
                            "ioi: it takes the giver's name away",
                            "logits that " + first.label()
                                    + " writes directly for the indirect object less the subject",
                            direct(clean, cases, IoiRole.IO, IoiRole.S).get(first.label()),
                            "for two other names",
                            strangers(clean, cases).get(first.label()),
                            0.2,
                            PRACTICUMS),
                    new Measurement(
                            "ioi: mover of both names",
                            "logits that " + mover.label() + " writes directly for both names less two others, mean",
                            mover.value,
                            deciding.get(0).label(),
                            Objects.requireNonNull(raised(clean, cases).get(first.label())),
                            0.2,
                            PRACTICUMS));
        }
    }

    /** Sentences of one length in which the second mention stands at one place. */
    static List<IoiCase> cases(LanguageWorld world) {
        Map<String, List<IoiCase>> alike =
                world.ioi().giving(IoiForm.PLAIN, Split.HELD_OUT, DRAWN, Seeds.random(SEED)).stream()
                        .collect(Collectors.groupingBy(c -> c.words().size() + " " + c.position(IoiRole.S2)));
        List<IoiCase> most = alike.values().stream()
                .max(Comparator.comparingInt((List<IoiCase> all) -> all.size())
                        .thenComparing(all -> all.get(0).toString()))
                .orElseThrow();
        return most.subList(0, Math.min(PROMPTS, most.size()));
    }

    private static Tokens tokens(Transformer model, List<IoiCase> cases, Function<IoiCase, List<String>> words) {
        return model.tokenizer()
                .tokens(cases.stream()
                        .map(c -> String.join(" ", words.apply(c)))
                        .toArray(String[]::new));
    }

    private static long[] ids(Run run, List<IoiCase> cases, Function<IoiCase, String> name) {
        return cases.stream()
                .mapToLong(c -> run.model().tokenizer().id(name.apply(c)))
                .toArray();
    }

    /** Heads by how much of the difference each turns round at the last position, most first. */
    private static List<Head> deciding(Run clean, Run swapped, List<IoiCase> cases) {
        long[] right = ids(clean, cases, c -> c.name(IoiRole.IO));
        long[] wrong = ids(clean, cases, c -> c.name(IoiRole.S));
        Tensor effects = ActivationPatching.of(swapped, clean, Metric.logitDiff(wrong, right))
                .byHead(practicum.hook.HookPoint.Z)
                .normalized();
        float[][] shares = effects.toMatrix();
        return IntStream.range(0, shares.length)
                .boxed()
                .flatMap(l -> IntStream.range(0, shares[l].length).mapToObj(h -> new Head(l, h, shares[l][h])))
                .sorted(Comparator.comparingDouble(Head::value).reversed())
                .toList();
    }

    private static double attention(Run run, Head head, List<IoiCase> cases, List<IoiRole> roles) {
        Tensor from = run.get(Hook.pattern(head.layer)).select(1, head.number).select(1, -1); // [batch, key_pos]
        float[][] looks = from.toMatrix();
        double sum = 0;
        for (int i = 0; i < looks.length; i++) {
            for (IoiRole role : roles) {
                if (cases.get(i).has(role)) {
                    int at = 1 + cases.get(i).position(role); // after <bos>
                    sum += looks[i][at] + looks[i][at + 1]; // a local layer may have carried the name one word on
                }
            }
        }
        return sum / looks.length;
    }

    private static LogitShares direct(Run run, List<IoiCase> cases, IoiRole of, IoiRole against) {
        return DirectLogitAttribution.logitDiff(
                        run, ids(run, cases, c -> c.name(of)), ids(run, cases, c -> c.name(against)))
                .heads();
    }

    private static LogitShares strangers(Run run, List<IoiCase> cases) {
        return DirectLogitAttribution.logitDiff(
                        run,
                        ids(run, cases, c -> stranger(c, IoiRole.IO)),
                        ids(run, cases, c -> stranger(c, IoiRole.S)))
                .heads();
    }

    private static String stranger(IoiCase c, IoiRole role) {
        String name = c.strangers().get(role);
        if (name == null) {
            throw new IllegalArgumentException("No stranger stands for " + role + " in \"" + c + "\".");
        }
        return name;
    }

    /** What each head writes for the pair's names, against strangers' names: by label, in logits. */
    private static Map<String, Double> raised(Run run, List<IoiCase> cases) {
        LogitShares io = against(run, cases, IoiRole.IO);
        LogitShares s = against(run, cases, IoiRole.S);
        return io.labels().stream()
                .filter(label -> label.matches("L\\d+H\\d+"))
                .collect(Collectors.toMap(label -> label, label -> (io.get(label) + s.get(label)) / 2));
    }

    private static LogitShares against(Run run, List<IoiCase> cases, IoiRole role) {
        return DirectLogitAttribution.logitDiff(
                        run, ids(run, cases, c -> c.name(role)), ids(run, cases, c -> stranger(c, role)))
                .heads();
    }

    private static Head mover(Run run, List<IoiCase> cases) {
        Map.Entry<String, Double> best = raised(run, cases).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow();
        String[] parts = best.getKey().substring(1).split("H");
        return new Head(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), best.getValue());
    }
}
