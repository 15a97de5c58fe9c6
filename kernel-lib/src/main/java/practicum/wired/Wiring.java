package practicum.wired;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import practicum.hook.Hook;
import practicum.model.ModelConfig;
import practicum.model.ModelShape;
import practicum.model.Parameter;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokenizer;
import practicum.wired.Wired.Part;
import practicum.wired.Wired.Subspace;
import practicum.world.TokenizerFile;
import practicum.world.Vocabulary;

/**
 * A transformer being wired: first the stream is divided into subspaces, then embeddings, heads and neurons get the few
 * weights that are not zero, then {@link #build}.
 *
 * <p>Where a normalisation would only be in the way its epsilon is 2²⁶: what it divides by is then 2¹³ whatever it reads,
 * its scale multiplies by 2¹³ again, and the stream passes as it is. Attention's scores are not divided by √d_head.
 */
final class Wiring {
    /** The score of what a head looks for; e³⁰ against e⁰ is all or nothing. */
    static final double SHARP = 30;
    /** The score of {@code <bos>}, where a head rests that finds nothing. */
    static final double REST = SHARP / 2;

    private static final double HUGE = 1 << 26;

    private record Entry(String parameter, int row, int column, double value) {}

    private record Place(int layer, int head) {}

    private final Vocabulary vocabulary;
    private final int layers;
    private final int heads;
    private final int context;
    private final List<Subspace> stream = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Place, HeadWiring> attention = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    Wiring(int layers, int heads, int context, Stream<String> words) {
        this.vocabulary = new Vocabulary(words);
        this.layers = layers;
        this.heads = heads;
        this.context = context;
    }

    int vocabulary() {
        return vocabulary.size();
    }

    int id(String word) {
        return vocabulary.id(word);
    }

    int[] ids(List<String> words) {
        return words.stream().mapToInt(vocabulary::id).toArray();
    }

    private int width() {
        return stream.stream().mapToInt(Subspace::size).sum();
    }

    /** The next dimensions of the stream. */
    Subspace space(String holds, int size) {
        Subspace next = new Subspace(holds, width(), size);
        stream.add(next);
        return next;
    }

    /** Dimensions with one for each token. */
    Subspace perToken(String holds) {
        return space(holds, vocabulary());
    }

    /** Those of them that are words: not the padding, the unknown token and the beginning. */
    int[] words(Subspace perToken) {
        return perToken.dims(Vocabulary.specials().size(), vocabulary());
    }

    /** The dimension of the token that begins a text. */
    int begin(Subspace perToken) {
        return perToken.dim(vocabulary.id(Vocabulary.BEGIN));
    }

    /** Which token it is, one dimension each, written by the embedding. */
    Subspace tokens() {
        Subspace token = perToken("token");
        for (int t = 0; t < vocabulary(); t++) {
            embed(t, token.dim(t));
        }
        return token;
    }

    /** Which position it is, one dimension each, written by the positional embedding. */
    Subspace positions() {
        Subspace position = space("position", context);
        for (int p = 0; p < context; p++) {
            set("pos_embed.W_pos", p, position.dim(p), 1);
        }
        return position;
    }

    /** Dimensions, one for each token, that are the logits. */
    Subspace logits(String holds) {
        Subspace says = perToken(holds);
        for (int t = 0; t < vocabulary(); t++) {
            unembed(says.dim(t), t, 1);
        }
        return says;
    }

    void embed(int token, int dim) {
        set("embed.W_E", token, dim, 1);
    }

    void unembed(int dim, int token, double logit) {
        set("unembed.W_U", dim, token, logit);
    }

    /** One weight of a parameter. */
    void set(String parameter, int row, int column, double value) {
        entries.add(new Entry(parameter, row, column, value));
    }

    HeadWiring head(int layer, int head, String role, String does) {
        parts.add(new Part(role, Hook.z(layer).head(head), does));
        return attention.computeIfAbsent(new Place(layer, head), none -> new HeadWiring());
    }

    /** Gives every head that has no job yet one that nobody reads: it looks everywhere alike and counts words. */
    void idleHeads(Subspace token, Subspace unread) {
        for (int l = 0; l < layers; l++) {
            for (int h = 0; h < heads; h++) {
                if (!attention.containsKey(new Place(l, h))) {
                    head(l, h, "idle head", "looks everywhere alike and writes where nothing reads")
                            .flag(words(token), unread.dim(0), 1);
                }
            }
        }
    }

    /** A neuron that reads one dimension and writes another, with these weights. */
    void neuron(int index, int from, double in, int to, double out, String role, String does) {
        parts.add(new Part(role, Hook.mlpPost(0).neuron(index), does));
        set("blocks.0.mlp.W_in", from, index, in);
        set("blocks.0.mlp.W_out", index, to, out);
    }

    /** An attention-only model whose normalisations leave the stream as it is. */
    Wired attentionOnly(String name, String says) {
        return build(name, says, 0, HUGE, Math.sqrt(HUGE), ModelShape::noFinalNorm);
    }

    /**
     * The model.
     *
     * @param epsilon what normalisations add to the mean square
     * @param normScale what normalisations multiply by after they divided by the root mean square
     */
    Wired build(
            String name, String says, int dMlp, double epsilon, double normScale, UnaryOperator<ModelShape> choices) {
        ModelShape shape = ModelConfig.shape(name, layers, width(), heads, dMlp, vocabulary(), context)
                .headWidth(attention.values().stream()
                        .mapToInt(HeadWiring::width)
                        .max()
                        .orElse(1))
                .rmsNorm(epsilon)
                .attnScale(1)
                .attnBias(false, false)
                .tied(false);
        ModelConfig config = choices.apply(shape).build();
        attention.forEach((place, head) -> wire(place, head, config.dHead()));
        Transformer model = new Transformer(config, Weights.of(config, tensors(config, normScale)), tokenizer());
        parts.sort(Comparator.comparing(Part::layer)
                .thenComparing(part -> part.site().hook().point()) // heads, then neurons
                .thenComparing(Part::index));
        return new Wired(model, says, parts, stream);
    }

    private void wire(Place place, HeadWiring wiring, int dHead) {
        String attn = "blocks." + place.layer() + ".attn.";
        for (int part = 0; part < 3; part++) { // queries, keys, values
            int first = (part * heads + place.head()) * dHead;
            wiring.readers().get(part).forEach(e -> set(attn + "W_QKV", e.stream(), first + e.inner(), e.value()));
        }
        wiring.outputs().forEach(e -> set(attn + "W_O", place.head() * dHead + e.inner(), e.stream(), e.value()));
    }

    private Map<String, Tensor> tensors(ModelConfig config, double normScale) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.of(config)) {
            String name = parameter.name();
            long[] shape = parameter.shape();
            float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
            if (shape.length == 1) {
                Arrays.fill(values, (float) normScale);
            }
            entries.stream()
                    .filter(e -> e.parameter().equals(name))
                    .forEach(e -> values[Math.toIntExact(e.row() * shape[1] + e.column())] = (float) e.value());
            tensors.put(name, Tensor.of(values, shape));
        }
        return tensors;
    }

    private Tokenizer tokenizer() {
        return Tokenizer.parse(TokenizerFile.json(vocabulary).getBytes(StandardCharsets.UTF_8));
    }
}
