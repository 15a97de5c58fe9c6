package practicum.cli;

import java.io.PrintWriter;
import java.util.Locale;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.Output;
import practicum.report.AnsiText;
import practicum.runner.CellOutcome;
import practicum.runner.CellOutcome.Status;
import practicum.runner.NotebookRun;

/** A line for each cell of a run: its place, its first line of code, its time, and what went wrong. */
final class RunProgress implements NotebookRun.Listener {
    private static final int WIDTH = 64;

    private final PrintWriter out;

    RunProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void starts(int place, int count, NotebookCell cell) {
        String first = cell.source()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        String shown = first.length() > WIDTH ? first.substring(0, WIDTH - 1) + "…" : first;
        out.print(String.format(Locale.ROOT, "[%d/%d] %-" + WIDTH + "s ", place, count, shown));
        out.flush();
    }

    @Override
    public void ends(CellOutcome outcome) {
        String verdict = outcome.status() == Status.OK ? "" : "  " + outcome.status();
        out.println(String.format(Locale.ROOT, "%6.2f s%s", outcome.took().toMillis() / 1000.0, verdict));
        for (Output output : outcome.outputs()) {
            if (output instanceof Output.Failure failure) {
                failure.traceback().forEach(line -> out.println("    " + AnsiText.plain(line)));
            }
        }
        if (!outcome.detail().isEmpty()) {
            out.println("    " + outcome.detail());
        }
        out.flush();
    }
}
