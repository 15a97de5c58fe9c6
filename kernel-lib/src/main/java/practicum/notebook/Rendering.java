package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;

/** Turns a value into what a front end shows; a value whose own code fails meanwhile is an ordinary failure. */
final class Rendering {
    private Rendering() {}

    static DisplayData of(BaseKernel kernel, Object value) throws CellFailure {
        try {
            return value instanceof DisplayData data
                    ? data
                    : kernel.getRenderer().render(value);
        } catch (Throwable e) {
            String type = Wrappers.strip(value.getClass().getName());
            String message = "The value, a %s, could not be shown: %s".formatted(type, Wrappers.strip(e.toString()));
            throw new CellFailure(e.getClass().getSimpleName(), message, List.of(Ansi.red(message)));
        }
    }
}
