package practicum.runner;

import java.util.ArrayList;
import java.util.List;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome.Status;

/**
 * A notebook and what its code cells did, one after another in one process.
 *
 * @param notebook the notebook with the outputs of this run in place of those it had
 * @param outcomes one for each code cell that is not blank, in order
 */
public record NotebookRun(Notebook notebook, List<CellOutcome> outcomes) {
    /** Keeps a copy of the outcomes. */
    public NotebookRun {
        outcomes = List.copyOf(outcomes);
    }

    /** Told of each cell, before and after. */
    public interface Listener {
        /** A cell starts; places count from 1. */
        void starts(int place, int count, NotebookCell cell);

        /** The cell that started last has ended. */
        void ends(CellOutcome outcome);
    }

    /** Runs a notebook's cells; after a failure the rest is not run, unless {@code goOn}. */
    public static NotebookRun of(Notebook notebook, CellRunner runner, boolean goOn, Listener listener) {
        int count = (int) notebook.cells().stream().filter(NotebookRun::isRun).count();
        List<NotebookCell> cells = new ArrayList<>();
        List<CellOutcome> outcomes = new ArrayList<>();
        boolean stopped = false;
        for (NotebookCell cell : notebook.cells()) {
            if (cell.kind() != NotebookCell.Kind.CODE) {
                cells.add(cell);
            } else if (stopped || !isRun(cell)) {
                cells.add(cell.ran(0, List.of()));
            } else {
                int place = outcomes.size() + 1;
                listener.starts(place, count, cell);
                CellOutcome outcome = runner.run(cell.source());
                listener.ends(outcome);
                outcomes.add(outcome);
                cells.add(cell.ran(place, shown(outcome)));
                stopped = outcome.status() != Status.OK && !(goOn && runner.isAlive());
            }
        }
        return new NotebookRun(new Notebook(notebook.metadata(), cells), outcomes);
    }

    /** Whether every cell ran to its end. */
    public boolean isWhole() {
        return outcomes.stream().allMatch(outcome -> outcome.status() == Status.OK);
    }

    private static boolean isRun(NotebookCell cell) {
        return cell.kind() == NotebookCell.Kind.CODE && !cell.source().isBlank();
    }

    /** A cell that was ended from outside says so where its reader looks. */
    private static List<Output> shown(CellOutcome outcome) {
        if (outcome.detail().isEmpty()) {
            return outcome.outputs();
        }
        List<Output> outputs = new ArrayList<>(outcome.outputs());
        outputs.add(new Output.Failure(outcome.status().name(), outcome.detail(), List.of(outcome.detail())));
        return outputs;
    }
}
