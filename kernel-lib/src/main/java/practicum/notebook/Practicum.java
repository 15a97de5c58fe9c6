package practicum.notebook;

import java.util.Optional;
import practicum.plot.Figure;
import practicum.progress.Progress;

/**
 * Brings the library to a kernel that is not the course's own. In a plain IJava or JJava kernel, after the library's jar
 * is on its class path, one call makes figures, tables, tensors, progress bars and answers look as they do in the course:
 *
 * <pre>{@code practicum.notebook.Practicum.start();}</pre>
 */
public final class Practicum {
    private Practicum() {}

    /**
     * Starts to show the library's values in the kernel that runs here. Does nothing in the course's own kernel, and
     * nothing when it is called again.
     *
     * @throws IllegalStateException where no kernel runs
     */
    public static void start() {
        if (!(Front.current() instanceof ConsoleFront)) {
            return;
        }
        Optional<? extends Front> front =
                IJavaFront.find().map(Front.class::cast).or(JJavaFront::find);
        Front.install(front.orElseThrow(() -> new IllegalStateException(
                "No IJava or JJava kernel runs in this process, so there is nothing to start. In a program, figures"
                        + " have show() and save(\"figure.svg\"), and everything prints.")));
        Progress.showIn(new ProgressBars());
        Figure.showIn(Show::show);
    }
}
