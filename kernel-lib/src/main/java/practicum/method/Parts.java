package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.tensor.Tensor;

/** Parts of a stream being collected; each addition is [batch, pos, d_model], or several at once [part, batch, pos, d_model]. */
final class Parts {
    private final List<String> labels = new ArrayList<>();
    private final List<Tensor> groups = new ArrayList<>();

    void add(String label, Tensor part) {
        addAll(List.of(label), part.unsqueeze(0));
    }

    void addAll(List<String> names, Tensor parts) {
        labels.addAll(names);
        groups.add(parts);
    }

    List<String> labels() {
        return labels;
    }

    Tensor values() {
        return Tensor.concat(0, groups);
    }

    Tensor sum() {
        Tensor sum = groups.get(0).sum(0);
        for (Tensor group : groups.subList(1, groups.size())) {
            sum = sum.add(group.sum(0));
        }
        return sum;
    }
}
