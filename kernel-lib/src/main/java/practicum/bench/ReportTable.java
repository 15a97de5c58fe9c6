package practicum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A report as text. */
record ReportTable(Report report) {
    private static final List<String> HEAD =
            List.of("case", "naive", "ours", "±", "wall", "limit", "naive÷ours", "ours÷limit", "aim", "", "differ by");

    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        report.results().forEach(result -> rows.add(row(result)));
        StringBuilder text = new StringBuilder(introduction());
        int[] widths = widths(rows);
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(padded(row.get(0), -widths[0]));
            for (int c = 1; c < row.size(); c++) {
                line.append("  ").append(padded(row.get(c), widths[c]));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.append(warning()).toString();
    }

    private String introduction() {
        boolean many = report.settings().threads() > 1;
        return String.format(
                Locale.ROOT,
                "%s, %s, %d round%s; milliseconds of %s, medians. Best matrix product: %.1f GFLOP/s;"
                        + " of those that can be differentiated: %.1f.%n%s%n%n",
                report.settings().model(),
                many ? report.settings().threads() + " threads" : "1 thread",
                report.settings().rounds(),
                report.settings().rounds() == 1 ? "" : "s",
                many ? "wall time" : "the calling thread's processor time",
                report.bestRate(),
                report.differentiableRate(),
                Machine.says());
    }

    private List<String> row(Result result) {
        OptionalDouble disagreement = result.disagreement();
        return List.of(
                result.benchCase().name(),
                number("%.1f", result.milliseconds(Role.NAIVE)),
                number("%.1f", result.milliseconds(Role.OURS)),
                String.format(Locale.ROOT, "%.0f %%", 100 * result.spread()),
                number(
                        "%.1f",
                        result.median(Role.OURS).stream()
                                .mapToDouble(Timing::wall)
                                .findFirst()),
                number("%.1f", result.milliseconds(Role.LIMIT)),
                number("%.2f", result.ratio(Role.NAIVE)),
                number("%.2f", result.ratio(Role.LIMIT)),
                result.benchCase().aimed().map(Aim::toString).orElse(""),
                result.meetsAim().map(met -> met ? "met" : "MISSED").orElse(""),
                disagreement.isPresent() ? number("%.0e", disagreement) : "");
    }

    private String warning() {
        return report.isBusy()
                ? String.format(
                        Locale.ROOT,
                        "%nThe machine is busy (load %.1f on %d cores): do not trust these figures; wall times least.%n",
                        report.load(),
                        Machine.cores())
                : "";
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        return widths;
    }

    /** To the right in a column of so many characters; to the left where that is negative. */
    private static String padded(String text, int width) {
        String space = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        return width < 0 ? text + space : space + text;
    }
}
