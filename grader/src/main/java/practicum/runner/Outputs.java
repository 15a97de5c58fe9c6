package practicum.runner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import practicum.nbformat.Output;

/**
 * The outputs of one running cell, put together as Jupyter does: text that follows text on the same stream is one
 * output, and a display that is changed keeps its place.
 */
final class Outputs {
    private final List<Output> outputs = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String stream = "";
    private boolean failed;

    void add(CellEvent event) {
        if (event instanceof CellEvent.Display display) {
            show(display);
        } else if (event instanceof CellEvent.Shown shown && shown.output() instanceof Output.Stream written) {
            append(written);
        } else if (event instanceof CellEvent.Shown shown) {
            endStream();
            outputs.add(shown.output());
            failed |= shown.output() instanceof Output.Failure;
        }
    }

    /** How many there are. */
    int count() {
        return outputs.size() + (stream.isEmpty() ? 0 : 1);
    }

    /** Whether one of them is an error. */
    boolean hasFailed() {
        return failed;
    }

    /** All of them, in order. */
    List<Output> list() {
        endStream();
        return List.copyOf(outputs);
    }

    private void show(CellEvent.Display display) {
        Integer place = places.get(display.displayId());
        if (display.isUpdate() && place != null) {
            outputs.set(place, display.output());
        } else if (!display.isUpdate()) {
            endStream();
            places.put(display.displayId(), outputs.size());
            outputs.add(display.output());
        }
    }

    private void append(Output.Stream written) {
        if (!written.name().equals(stream)) {
            endStream();
            stream = written.name();
        }
        text.append(written.text());
    }

    private void endStream() {
        if (!stream.isEmpty()) {
            outputs.add(new Output.Stream(stream, text.toString()));
            text.setLength(0);
            stream = "";
        }
    }
}
