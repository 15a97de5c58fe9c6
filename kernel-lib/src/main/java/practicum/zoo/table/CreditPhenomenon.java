package practicum.zoo.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import practicum.model.Recording;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.world.Split;
import practicum.world.table.CreditCase;
import practicum.world.table.CreditColumn;
import practicum.world.table.CreditSubscale;
import practicum.world.table.CreditWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a net knows who will not pay back, for the true reasons, and whether risk rises in it where it should. */
record CreditPhenomenon(CreditWorld world) implements Phenomenon<Net> {
    private static final int CASES = 2000;
    private static final List<String> PRACTICUMS = List.of("04_credit_assignment", "25_interpretable_models");

    @Override
    public List<Measurement> measure(Subject<Net> subject) {
        List<CreditCase> cases = world.cases(Split.HELD_OUT, CASES, 2);
        Examples examples = world.examples(cases);
        return List.of(
                new Measurement(
                        "credit: held out",
                        String.format(
                                Locale.ROOT,
                                "share of cases right whose values never were in training (the truth itself: %.3f)",
                                world.bestAccuracy(cases)),
                        subject.model().accuracy(examples),
                        "labels shuffled",
                        subject.model().accuracy(examples.shuffleTargets(3)),
                        0.01,
                        PRACTICUMS),
                new Measurement(
                        "credit: first reason",
                        "share of cases where the subscale without whose points the net would say the least risk is the one"
                                + " that truly raises the score most",
                        firstReasons(subject.model(), cases),
                        "the commonest reason, always",
                        commonest(cases),
                        0.02,
                        PRACTICUMS),
                new Measurement(
                        "credit: monotone",
                        "share of steps across a threshold into more risk, one column at a time, at which the net's logit"
                                + " rises",
                        monotone(subject.model(), cases),
                        "untrained model",
                        monotone(subject.untrained(), cases),
                        0.02,
                        PRACTICUMS));
    }

    /** A subscale counts as much as the logit falls when its columns have their least risky values. */
    private double firstReasons(Net net, List<CreditCase> cases) {
        double[] logits = logits(net, cases);
        String[] reasons = new String[logits.length];
        double[] most = new double[logits.length];
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (CreditSubscale subscale : world.subscales()) {
            double[] without = logits(
                    net, cases.stream().map(each -> without(subscale, each)).toList());
            for (int i = 0; i < logits.length; i++) {
                if (logits[i] - without[i] > most[i]) {
                    most[i] = logits[i] - without[i];
                    reasons[i] = subscale.name();
                }
            }
        }
        int right = 0;
        for (int i = 0; i < reasons.length; i++) {
            right += firstReason(cases.get(i)).equals(reasons[i]) ? 1 : 0;
        }
        return (double) right / reasons.length;
    }

    /** The share of cases with the first reason that most have. */
    private double commonest(List<CreditCase> cases) {
        long most = world.subscales().stream()
                .mapToLong(subscale -> cases.stream()
                        .filter(each -> firstReason(each).equals(subscale.name()))
                        .count())
                .max()
                .orElseThrow();
        return (double) most / cases.size();
    }

    private String firstReason(CreditCase each) {
        return world.reasons(each).get(0).subscale();
    }

    private CreditCase without(CreditSubscale subscale, CreditCase each) {
        List<Integer> values = new ArrayList<>(each.values());
        for (int c = 0; c < values.size(); c++) {
            CreditColumn column = world.columns().get(c);
            if (subscale.columns().contains(column.name())) {
                values.set(c, column.rising() ? column.low() : column.high());
            }
        }
        return new CreditCase(values, each.defaulted());
    }

    private double monotone(Net net, List<CreditCase> cases) {
        List<CreditCase> before = new ArrayList<>();
        List<CreditCase> after = new ArrayList<>();
        for (CreditCase each : cases) {
            for (int c = 0; c < world.columns().size(); c++) {
                CreditColumn column = world.columns().get(c);
                List<Integer> thresholds = column.thresholds();
                for (int t = 0; t + 1 < thresholds.size(); t++) {
                    before.add(with(each, c, thresholds.get(column.rising() ? t : t + 1)));
                    after.add(with(each, c, thresholds.get(column.rising() ? t + 1 : t)));
                }
            }
        }
        double[] low = logits(net, before);
        double[] high = logits(net, after);
        int rises = 0;
        for (int i = 0; i < low.length; i++) {
            rises += high[i] > low[i] ? 1 : 0;
        }
        return (double) rises / low.length;
    }

    private static CreditCase with(CreditCase each, int column, int value) {
        List<Integer> values = new ArrayList<>(each.values());
        values.set(column, value);
        return new CreditCase(values, each.defaulted());
    }

    private double[] logits(Net net, List<CreditCase> cases) {
        return net.run(world.tensor(cases), Recording.none())
                .logits()
                .reshape(-1)
                .toDoubleArray();
    }
}
