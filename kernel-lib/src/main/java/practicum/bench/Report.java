package practicum.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param settings how
 * @param results of each case
 * @param bestRate of matrix products, in GFLOP/s
 * @param differentiableRate of those that PyTorch can differentiate, in GFLOP/s
 * @param load how many programs wanted a processor
 */
public record Report(
        Bench.Settings settings, List<Result> results, double bestRate, double differentiableRate, double load) {
    /** From how many milliseconds of wall for one of processor time a thread was evidently kept waiting. */
    private static final double KEPT_WAITING = 1.15;

    public Report {
        results = List.copyOf(results);
    }

    /** Whether other programs used the machine meanwhile: processor time suffers by little, the wall clock by much. */
    public boolean isBusy() {
        return load > settings.threads() + 0.5 || waited() > KEPT_WAITING;
    }

    /** How long one millisecond of processor time took, in the median of the cases. */
    private double waited() {
        double[] ratios = results.stream()
                .flatMap(r -> r.median(Role.OURS).stream())
                .filter(t -> t.cpu() > 0.5 * t.wall())
                .mapToDouble(t -> t.wall() / t.cpu())
                .sorted()
                .toArray();
        return ratios.length == 0 ? 1 : ratios[ratios.length / 2];
    }

    /** Ratios and aims, a line for each case. */
    public String table() {
        return new ReportTable(this).text();
    }

    /** Everything, every single measurement too. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", Machine.says());
        all.put("load", load);
        all.put("busy", isBusy());
        all.put("model", settings.model());
        all.put("threads", settings.threads());
        all.put("rounds", settings.rounds());
        all.put("quick", settings.quick());
        all.put("ratiosBy", settings.threads() > 1 ? "wall" : "cpu");
        all.put("bestGflops", bestRate);
        all.put("differentiableGflops", differentiableRate);
        all.put("cases", results.stream().map(Report::json).toList());
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(all) + "\n";
    }

    private static Map<String, Object> json(Result result) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", result.benchCase().name());
        all.put("flops", result.benchCase().flops());
        result.timings().forEach((role, timings) -> all.put(role + "Ms", timings));
        result.milliseconds(Role.LIMIT).ifPresent(ms -> all.put("limitMedianMs", ms));
        result.ratio(Role.NAIVE).ifPresent(r -> all.put("naiveOverOurs", r));
        result.ratio(Role.LIMIT).ifPresent(r -> all.put("oursOverLimit", r));
        result.disagreement().ifPresent(d -> all.put("disagreement", d));
        result.benchCase().aimed().ifPresent(aim -> all.put("aim", aim.toString()));
        result.meetsAim().ifPresent(met -> all.put("met", met));
        return all;
    }

    /** Writes {@link #json}. */
    public void write(Path file) {
        try {
            Files.writeString(file, json());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
