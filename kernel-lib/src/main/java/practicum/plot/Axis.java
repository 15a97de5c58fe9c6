package practicum.plot;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** One side of a heat map: what it is and the label of each of its places; an empty name is not drawn. */
public record Axis(String name, List<String> labels) {
    public Axis {
        Require.given(name, "axis' name, which may be empty");
        labels = List.copyOf(Require.all(labels, "labels"));
    }

    /** An axis with these labels. */
    public static Axis of(String name, List<String> labels) {
        return new Axis(name, labels);
    }

    /** An axis numbered from 0. */
    public static Axis numbered(String name, int count) {
        return new Axis(
                name, IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    /** An axis of tokens; spaces and line breaks are made visible. */
    public static Axis tokens(String name, List<String> tokens) {
        return new Axis(name, TokenText.visible(tokens));
    }

    /** An axis that shows nothing. */
    static Axis blank(int count) {
        return new Axis("", Collections.nCopies(count, ""));
    }

    int size() {
        return labels.size();
    }

    /** The place and its axis, for a tooltip: {@code layer 3}. */
    String at(int index) {
        return name.isEmpty() ? labels.get(index) : name + " " + labels.get(index);
    }
}
