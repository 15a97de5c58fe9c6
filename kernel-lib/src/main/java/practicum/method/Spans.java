package practicum.method;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import practicum.model.ModelException;
import practicum.tensor.Tensor;

/**
 * Names for parts of prompts, such as "giver" or "end", so that what is found at positions can be compared between prompts
 * whose words are not at the same ones: a schema of a data set (Haklay et al. 2025, arXiv 2502.04577).
 *
 * @param names the spans, in the order in which they first occur
 * @param of the span of each position, as an index into the names
 */
public record Spans(List<String> names, List<Integer> of) {
    /** The lists are copied. */
    public Spans {
        names = List.copyOf(names);
        of = List.copyOf(of);
    }

    /** The spans of a prompt, from the name of each of its positions; positions of one name need not stand together. */
    public static Spans of(List<String> nameOfEachPosition) {
        List<String> names = nameOfEachPosition.stream().distinct().toList();
        return new Spans(names, nameOfEachPosition.stream().map(names::indexOf).toList());
    }

    /** The spans of a prompt, from the name of each of its positions. */
    public static Spans of(String... nameOfEachPosition) {
        return of(Arrays.asList(nameOfEachPosition));
    }

    /** Values along an axis of positions, added up within spans. */
    Tensor sums(Tensor values, int axis) {
        if (values.size(axis) != of.size()) {
            throw new ModelException("The prompt has " + values.size(axis) + " positions, and " + of.size()
                    + " are named: " + names + ". Name each position, the beginning-of-sequence token too.");
        }
        float[] members = new float[of.size() * names.size()];
        for (int p = 0; p < of.size(); p++) {
            members[p * names.size() + of.get(p)] = 1;
        }
        int last = values.rank() - 1;
        int[] order = new int[values.rank()];
        Arrays.setAll(order, i -> i);
        order[axis] = last;
        order[last] = axis;
        return values.permute(order)
                .matMul(Tensor.of(members, of.size(), names.size()))
                .permute(order);
    }

    /** The first of some results, all of whose parts and spans are its own. */
    static <T> T requireAlike(List<T> all, Function<T, Nodes> nodes, Function<T, List<String>> labels) {
        if (all.isEmpty()) {
            throw new ModelException("There is no mean of nothing. Give at least one result.");
        }
        T first = all.get(0);
        for (T each : all) {
            if (!nodes.apply(each).areThoseOf(nodes.apply(first))) {
                throw new ModelException("These are scores of different models' parts, which have no mean.");
            }
            if (!labels.apply(each).equals(labels.apply(first))) {
                throw new ModelException("These are scores at different positions, " + labels.apply(first) + " and "
                        + labels.apply(each) + ". Bring them to the same spans first: inSpans(Spans.of(…)).");
            }
        }
        return first;
    }
}
