package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Where a session's outputs go: a Jupyter front end, the host of a cell server, or, outside both, the console. */
interface Front {
    /** Text written to {@code stdout} or {@code stderr}. */
    void stream(String name, String text);

    /** Something displayed; with a display id, it can be changed later. */
    void display(DisplayData data);

    /** Whether what was displayed can be changed later. */
    boolean canUpdate();

    /** Changes what was displayed under the same display id; does nothing where that cannot be done. */
    void update(DisplayData data);

    /** What tells one cell's outputs from another's. */
    default Object cell() {
        return this;
    }

    /** The front of this process. */
    static Front current() {
        return Installed.front;
    }

    /** Makes a front the one of this process. */
    static void install(Front front) {
        Installed.front = front;
    }

    /** Holds the one front of the process. */
    final class Installed {
        private static volatile Front front = new ConsoleFront();

        private Installed() {}
    }
}
