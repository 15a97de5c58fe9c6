package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.common.Image;
import io.github.spencerpark.jupyter.kernel.display.common.Text;
import io.github.spencerpark.jupyter.kernel.display.common.Url;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.Chart;
import practicum.plot.Figure;
import practicum.tensor.Tensor;
import tech.tablesaw.api.Table;

/** Turns a value into what a front end shows: pictures and tables where it has them, plain text always. */
final class Rendering {
    private static final int CHARACTERS = 100_000;

    /** Kernels look forms up by class, and arrays have no common one below Object. */
    private static final List<Class<?>> ARRAYS = List.of(
            int[].class,
            long[].class,
            float[].class,
            double[].class,
            boolean[].class,
            String[].class,
            int[][].class,
            long[][].class,
            float[][].class,
            double[][].class,
            String[][].class);

    private static final Renderer RENDERER = renderer();

    private Rendering() {}

    /** The one renderer of this process, in which users may register types of their own. */
    static Renderer shared() {
        return RENDERER;
    }

    static DisplayData of(Object value) {
        if (value instanceof DisplayData data) {
            return data;
        }
        if (value.getClass().isArray()) {
            return new DisplayData(ArrayText.of(value));
        }
        if (value instanceof CharSequence text) {
            return new DisplayData(shorten(text.toString()));
        }
        return withoutWrappers(RENDERER.render(value));
    }

    /** An object that says nothing of itself says its class, which JShell has wrapped. */
    private static DisplayData withoutWrappers(DisplayData data) {
        if (data.getData(MIMEType.TEXT_PLAIN) instanceof String text) {
            data.putText(Wrappers.strip(text));
        }
        return data;
    }

    /** Like {@link #of}, but a value whose own code fails meanwhile is a failure of its cell. */
    static DisplayData orFail(Object value) throws CellFailure {
        try {
            return of(value);
        } catch (Throwable e) {
            String type = Wrappers.strip(value.getClass().getName());
            String message = "The value, a %s, could not be shown: %s".formatted(type, Wrappers.strip(e.toString()));
            throw new CellFailure(e.getClass().getSimpleName(), message, List.of(Ansi.bold(message)));
        }
    }

    private static Renderer renderer() {
        var renderer = new Renderer();
        Image.registerAll(renderer);
        Url.registerAll(renderer);
        Text.registerAll(renderer);
        teach(renderer);
        return renderer;
    }

    /** Teaches a renderer what the library's values and its tables, charts and arrays look like. */
    static void teach(Renderer renderer) {
        forms().forEach((type, form) -> renderer.createRegistration(type)
                .register((value, context) -> context.getOutputContainer().assign(form.apply(value))));
    }

    /** The classes whose values have a form of their own, and that form. */
    static Map<Class<?>, Function<Object, DisplayData>> forms() {
        var forms = new LinkedHashMap<Class<?>, Function<Object, DisplayData>>();
        forms.put(Table.class, table -> Tables.sheet((Table) table).display());
        forms.put(Chart.class, chart -> Charts.display((Chart<?, ?>) chart));
        forms.put(Figure.class, figure -> Figures.display((Figure) figure));
        forms.put(Tensor.class, tensor -> Tensors.display((Tensor) tensor));
        ARRAYS.forEach(type -> forms.put(type, array -> new DisplayData(ArrayText.of(array))));
        return forms;
    }

    private static String shorten(String text) {
        return text.length() <= CHARACTERS
                ? text
                : text.substring(0, CHARACTERS) + "\n… (%,d characters in all)".formatted(text.length());
    }
}
