package practicum.method;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import practicum.model.ModelException;
import practicum.tensor.Tensor;

/**
 * The spans of examples, padded to one length.
 *
 * @param vectors for each span slot [example, layer, word, d]
 * @param masks for each slot, large and negative at padding, else 0 [example, word]
 */
record EdgeInputs(List<Tensor> vectors, List<Tensor> masks) {
    private static final float PADDED = -1e9f;

    static EdgeInputs of(List<EdgeExample> examples) {
        if (examples.isEmpty()) {
            throw new ModelException("An edge probe needs examples, but the list is empty.");
        }
        EdgeExample model = examples.get(0);
        for (EdgeExample each : examples) {
            if (each.spans().size() != model.spans().size()
                    || each.sentence().layers().size(0)
                            != model.sentence().layers().size(0)
                    || each.sentence().layers().size(2)
                            != model.sentence().layers().size(2)) {
                throw new ModelException("All examples of an edge probe have as many spans, layers and dimensions, but"
                        + " here are " + model.spans().size() + " spans in "
                        + model.sentence().layers() + ", and "
                        + each.spans().size() + " in " + each.sentence().layers() + ".");
            }
        }
        List<Integer> slots = model.spans().size() == 1 ? List.of(0) : List.of(0, 1);
        return new EdgeInputs(
                slots.stream().map(slot -> padded(examples, slot)).toList(),
                slots.stream().map(slot -> mask(examples, slot)).toList());
    }

    private static int longest(List<EdgeExample> examples, int slot) {
        return examples.stream()
                .mapToInt(each ->
                        each.spans().get(slot).to() - each.spans().get(slot).from())
                .max()
                .orElseThrow();
    }

    private static Tensor padded(List<EdgeExample> examples, int slot) {
        int words = longest(examples, slot);
        Tensor shape = examples.get(0).sentence().layers();
        int layers = shape.size(0);
        int d = shape.size(2);
        Map<LayeredSentence, float[]> read = new IdentityHashMap<>(); // many examples share a sentence
        float[] all = new float[examples.size() * layers * words * d];
        for (int i = 0; i < examples.size(); i++) {
            LayeredSentence sentence = examples.get(i).sentence();
            EdgeExample.Span span = examples.get(i).spans().get(slot);
            float[] own = read.computeIfAbsent(sentence, each -> each.layers().toFloatArray());
            for (int l = 0; l < layers; l++) {
                int from = (l * sentence.tree().size() + span.from()) * d;
                System.arraycopy(own, from, all, (i * layers + l) * words * d, (span.to() - span.from()) * d);
            }
        }
        return Tensor.of(all, examples.size(), layers, words, d);
    }

    private static Tensor mask(List<EdgeExample> examples, int slot) {
        int words = longest(examples, slot);
        float[] mask = new float[examples.size() * words];
        for (int i = 0; i < examples.size(); i++) {
            EdgeExample.Span span = examples.get(i).spans().get(slot);
            for (int w = span.to() - span.from(); w < words; w++) {
                mask[i * words + w] = PADDED;
            }
        }
        return Tensor.of(mask, examples.size(), words);
    }

    int size() {
        return vectors.get(0).size(0);
    }

    int layers() {
        return vectors.get(0).size(1);
    }

    int width() {
        return vectors.get(0).size(3);
    }

    /** The same with the first layers alone. */
    EdgeInputs first(int layers) {
        return new EdgeInputs(
                vectors.stream().map(each -> each.narrow(1, 0, layers)).toList(), masks);
    }

    EdgeInputs take(int[] rows) {
        return new EdgeInputs(
                vectors.stream().map(each -> each.take(0, rows)).toList(),
                masks.stream().map(each -> each.take(0, rows)).toList());
    }
}
