package practicum.plot;

/** Shows a figure to whoever sits before the screen: a notebook below its cell, a program in a window of its own. */
@FunctionalInterface
public interface Viewer {
    /** Shows one figure. */
    void show(Figure figure);
}
