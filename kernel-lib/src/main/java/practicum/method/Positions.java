package practicum.method;

import java.util.List;
import practicum.model.ModelException;

/** The positions of a prompt, or spans of them, by their labels. */
record Positions(List<String> labels) {
    Positions {
        labels = List.copyOf(labels);
    }

    int size() {
        return labels.size();
    }

    String label(int at) {
        return labels.get(at);
    }

    /** Where a position is; a negative one counts from the end. */
    int at(int position) {
        int at = position < 0 ? position + size() : position;
        if (at < 0 || at >= size()) {
            throw new ModelException(
                    "There are " + size() + " positions, 0 to " + (size() - 1) + ", so there is no " + position + ".");
        }
        return at;
    }
}
