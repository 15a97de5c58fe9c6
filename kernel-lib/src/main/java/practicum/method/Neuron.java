package practicum.method;

import practicum.hook.Hook;
import practicum.hook.Site;
import practicum.model.ModelException;

/**
 * A unit of an MLP's hidden layer.
 *
 * @param layer its layer
 * @param index its number in the layer
 */
public record Neuron(int layer, int index) implements Comparable<Neuron> {
    public Neuron {
        if (layer < 0 || index < 0) {
            throw new ModelException(
                    "Layers and neurons are counted from 0, got layer " + layer + " and neuron " + index + ".");
        }
    }

    /** Where its activation flows: {@code neuron.site().ablate()}. */
    public Site site() {
        return Hook.mlpPost(layer).neuron(index);
    }

    /** {@code L3N14}. */
    public String label() {
        return "L" + layer + "N" + index;
    }

    /** By layer, then by number. */
    @Override
    public int compareTo(Neuron other) {
        return layer != other.layer ? Integer.compare(layer, other.layer) : Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
        return label();
    }
}
