package practicum.wired;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import practicum.hook.Site;
import practicum.model.ModelException;
import practicum.model.Transformer;

/**
 * A transformer whose weights were set by hand, with the truth about it as data: what each head and neuron does, and what
 * each dimension of the stream holds. {@link HandWired} makes them.
 *
 * @param model the transformer, with a tokenizer of one token per word
 * @param says what it answers, and when, in a sentence
 * @param parts what each of its heads and neurons does, the idle ones included
 * @param stream what the dimensions of the residual stream hold, in order and without gaps
 */
public record Wired(Transformer model, String says, List<Part> parts, List<Subspace> stream) {
    public Wired {
        parts = List.copyOf(parts);
        stream = List.copyOf(stream);
    }

    /**
     * A head or a neuron.
     *
     * @param role what the literature calls it, such as {@code "induction head"}; {@code "idle head"} or
     *     {@code "idle neuron"} where nothing reads what it writes
     * @param site its output: {@code Hook.z(1).head(2)} or {@code Hook.mlpPost(0).neuron(3)}
     * @param does what it reads and what it writes
     */
    public record Part(String role, Site site, String does) {
        public Part {
            List<int[]> chosen = List.copyOf(site.indices().values());
            if (chosen.size() != 1 || chosen.get(0).length != 1) {
                throw new ModelException(
                        "A part is one head or one neuron, such as Hook.z(1).head(2), not " + site + ".");
            }
        }

        /** Whether nothing that it does reaches the logits. */
        public boolean isIdle() {
            return role.startsWith("idle");
        }

        /** The block that it is in. */
        public int layer() {
            return site.hook().layer();
        }

        /** Its number among the heads or neurons of its block. */
        public int index() {
            return site.indices().values().iterator().next()[0];
        }

        /** {@code L1H2} for a head, {@code L0N3} for a neuron. */
        public String label() {
            return "L" + layer() + (site.indices().containsKey("head") ? "H" : "N") + index();
        }

        @Override
        public String toString() {
            return label() + " " + role + ": " + does;
        }
    }

    /**
     * Dimensions of the stream that stand side by side.
     *
     * @param holds what they say, such as {@code "token"} or {@code "token before"}; one dimension for each value it can have
     * @param from the first
     * @param size how many
     */
    public record Subspace(String holds, int from, int size) {
        /** The number of each dimension in the stream. */
        public int[] dims() {
            return dims(0, size);
        }

        /** The number of the {@code index}-th dimension in the stream. */
        public int dim(int index) {
            if (index < 0 || index >= size) {
                throw new ModelException(
                        "\"" + holds + "\" has " + size + " dimensions, so there is no " + index + ".");
            }
            return from + index;
        }

        int[] dims(int first, int end) {
            return IntStream.range(first, end).map(this::dim).toArray();
        }
    }

    /**
     * The only part of a role.
     *
     * @throws ModelException if there is none or several
     */
    public Part part(String role) {
        List<Part> found = parts.stream().filter(p -> p.role().equals(role)).toList();
        if (found.size() != 1) {
            Map<String, Long> roles = parts.stream().collect(Collectors.groupingBy(Part::role, Collectors.counting()));
            throw new ModelException("\"" + model.config().name() + "\" has " + found.size() + " parts of the role \""
                    + role + "\", not one. It has " + roles + "; parts() lists them.");
        }
        return found.get(0);
    }

    /** The parts that reach the logits, in the order of the forward pass. */
    public List<Part> working() {
        return parts.stream().filter(p -> !p.isIdle()).toList();
    }

    /** The parts that nothing reads: what a method should not find. */
    public List<Part> idle() {
        return parts.stream().filter(Part::isIdle).toList();
    }

    /**
     * The dimensions that hold something.
     *
     * @throws ModelException if none do
     */
    public Subspace subspace(String holds) {
        return stream.stream()
                .filter(s -> s.holds().equals(holds))
                .findFirst()
                .orElseThrow(() -> new ModelException(
                        "No dimensions of \"" + model.config().name() + "\" hold \"" + holds + "\"; they hold "
                                + stream.stream().map(Subspace::holds).toList() + "."));
    }

    @Override
    public String toString() {
        return model.config().name() + ": " + says
                + parts.stream().map(part -> "\n  " + part).collect(Collectors.joining());
    }
}
