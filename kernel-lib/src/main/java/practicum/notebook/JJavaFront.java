package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows things in a JJava kernel, IJava's heir, which has the library on its class path. Its classes have other names than
 * IJava's and are reached by reflection, so that the library needs neither of the two kernels to be there.
 */
final class JJavaFront implements Front {
    private static final String KERNEL = "org.dflib.jjava.jupyter.kernel.BaseKernel";
    private static final String DISPLAY = "org.dflib.jjava.jupyter.kernel.display.DisplayData";
    private static final String RENDER = "org.dflib.jjava.jupyter.kernel.display.RenderFunction";

    private final Object kernel;
    private final Class<?> displayType;

    private JJavaFront(Object kernel) throws ReflectiveOperationException {
        this.kernel = kernel;
        this.displayType = Class.forName(DISPLAY, true, kernel.getClass().getClassLoader());
        Object renderer = call(kernel, "getRenderer");
        for (Map.Entry<Class<?>, Function<Object, DisplayData>> form :
                Rendering.forms().entrySet()) {
            teach(renderer, form.getKey(), form.getValue());
        }
    }

    /** The kernel of this process, taught how the library's values look; empty where it is none of JJava's. */
    static Optional<Front> find() {
        try {
            Object kernel = Class.forName(KERNEL).getMethod("notebookKernel").invoke(null);
            return Optional.of(new JJavaFront(Objects.requireNonNull(kernel)));
        } catch (ClassNotFoundException | InvocationTargetException noneRuns) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    @Override
    public void stream(String name, String text) {
        (name.equals("stderr") ? System.err : System.out).print(text);
    }

    @Override
    public void display(DisplayData data) {
        System.out.flush();
        try {
            kernel.getClass().getMethod("display", displayType).invoke(kernel, translate(data));
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    @Override
    public boolean canUpdate() {
        return true;
    }

    @Override
    public void update(DisplayData data) {
        try {
            Object io = call(kernel, "getIO");
            Object stream =
                    Objects.requireNonNull(io.getClass().getField("display").get(io));
            stream.getClass().getMethod("updateDisplay", displayType).invoke(stream, translate(data));
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private void teach(Object renderer, Class<?> type, Function<Object, DisplayData> form)
            throws ReflectiveOperationException {
        Object registration = Objects.requireNonNull(
                renderer.getClass().getMethod("createRegistration", Class.class).invoke(renderer, type));
        Class<?> function = Class.forName(RENDER, true, kernel.getClass().getClassLoader());
        Object proxy = Proxy.newProxyInstance(
                function.getClassLoader(),
                new Class<?>[] {function},
                (self, method, arguments) -> render(self, method, arguments, form));
        registration.getClass().getMethod("register", function).invoke(registration, proxy);
    }

    /** What JJava's renderer calls: {@code render(value, context)}, and what every object has. */
    private @Nullable Object render(
            Object self, Method method, @Nullable Object[] arguments, Function<Object, DisplayData> form)
            throws ReflectiveOperationException {
        switch (method.getName()) {
            case "render" -> {
                Object out = call(Objects.requireNonNull(arguments[1]), "getOutputContainer");
                Object data = translate(form.apply(Objects.requireNonNull(arguments[0])));
                displayType.getMethod("assign", displayType).invoke(out, data);
                return null;
            }
            case "equals" -> {
                return self == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(self);
            }
            default -> {
                return "the form of a value of Practicum's";
            }
        }
    }

    private Object translate(DisplayData data) throws ReflectiveOperationException {
        DisplayParts parts = DisplayParts.of(data);
        Object display = displayType.getConstructor().newInstance();
        Method putData = displayType.getMethod("putData", String.class, Object.class);
        Method putMetaData = displayType.getMethod("putMetaData", String.class, Object.class);
        for (Map.Entry<String, Object> part : parts.data().entrySet()) {
            putData.invoke(display, part.getKey(), part.getValue());
        }
        for (Map.Entry<String, Object> part : parts.metadata().entrySet()) {
            putMetaData.invoke(display, part.getKey(), part.getValue());
        }
        if (parts.id() != null) {
            displayType.getMethod("setDisplayId", String.class).invoke(display, parts.id());
        }
        return display;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return Objects.requireNonNull(target.getClass().getMethod(method).invoke(target));
    }

    private static IllegalStateException unknown(ReflectiveOperationException e) {
        return new IllegalStateException(
                "This version of JJava does not have what the library asks for (" + e + "); it was built for 1.0-a6.",
                e);
    }
}
