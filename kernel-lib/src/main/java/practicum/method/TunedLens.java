package practicum.method;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.load.LoadException;
import practicum.load.Safetensors;
import practicum.load.SafetensorsWriter;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * The tuned lens: the logit lens with a translator for each layer, because earlier layers do not write in the last one's
 * language. A translator is an affine map of the stream, {@code h + h·A + b}, trained so that what the unembedding then
 * reads is as near as possible to the model's own output: KL(output ‖ reading) in nats, averaged over a text.
 *
 * <p>Translators begin as the identity, which is the logit lens; one that did not become better than that on its training
 * text stays the identity. They see nothing but the model's output, so what they read is what the layer knows of it, not
 * what is true.
 *
 * <p>Source: Belrose et al. 2023, arXiv 2303.08112.
 */
public final class TunedLens {
    private final Transformer model;
    private final Map<String, Tensor> translators;

    TunedLens(Transformer model, Map<String, Tensor> translators) {
        this.model = model;
        this.translators = translators;
    }

    /**
     * Trains translators for a model.
     *
     * @param text rows that the model reads: the more like what the lens is to be used on, the better
     * @param settings for how long, and how
     */
    public static TunedLens train(Transformer model, Tokens text, TunedLensSettings settings) {
        return new TunedLensTraining(model, text, settings).run();
    }

    /** Trains translators with the usual settings. */
    public static TunedLens train(Transformer model, Tokens text) {
        return train(model, text, TunedLensSettings.usual());
    }

    /** The lens on a run of one prompt. */
    public LensReading of(Run run) {
        if (run.tokens().batch() != 1) {
            throw new ModelException("A lens reads one prompt, but this run has "
                    + run.tokens().batch() + ": choose one, as in lens.of(run, 0).");
        }
        return of(run, 0);
    }

    /** The lens on one prompt of a run of the model that it was trained for; its padding is left out. */
    public LensReading of(Run run, int row) {
        if (run.model() != model) {
            throw new ModelException(
                    "This lens was trained for " + model.config().name()
                            + ", but the run is another model's. Load it for that model if it is the same one:"
                            + " TunedLens.load(file, run.model()).");
        }
        return LogitLens.read("Tuned lens", run, row, layer -> stream -> translated(translators, layer, stream));
    }

    /** The stream after some blocks in the last layer's language [.., d_model]; after all of them it is so already. */
    public Tensor translate(int layer, Tensor stream) {
        return translated(translators, layer, stream);
    }

    static Tensor translated(Map<String, Tensor> translators, int layer, Tensor stream) {
        Tensor a = translators.get(matrix(layer));
        Tensor b = translators.get(bias(layer));
        return a == null || b == null ? stream : stream.add(stream.matMul(a)).add(b);
    }

    /** The layers whose translator is not the identity. */
    public List<Integer> translatedLayers() {
        List<Integer> layers = new ArrayList<>();
        for (int l = 0; l < model.config().nLayers(); l++) {
            Tensor a = translators.get(matrix(l));
            Tensor b = translators.get(bias(l));
            if (a != null && b != null && a.abs().max().item() + b.abs().max().item() > 0) {
                layers.add(l);
            }
        }
        return layers;
    }

    /**
     * How far each layer's reading is from the model's output on a text: the mean KL(output ‖ reading) in nats [layer],
     * padding left out.
     */
    public double[] kl(Tokens text) {
        return new LensError(model, text).of(translators);
    }

    /** The same for the logit lens: the control. */
    public double[] logitLensKl(Tokens text) {
        return new LensError(model, text).of(Map.of());
    }

    /** Writes the translators as a safetensors file. */
    public void save(Path file) {
        SafetensorsWriter.write(file, translators, SafetensorsWriter.Precision.FLOAT32);
    }

    /**
     * Reads translators for a model.
     *
     * @throws LoadException if the file's do not fit it
     */
    public static TunedLens load(Path file, Transformer model) {
        Safetensors tensors = Safetensors.read(file);
        Map<String, Tensor> translators = new LinkedHashMap<>();
        for (Map.Entry<String, long[]> expected :
                shapes(model.config().nLayers(), model.config().dModel()).entrySet()) {
            String name = expected.getKey();
            if (!tensors.names().contains(name) || !Arrays.equals(tensors.shape(name), expected.getValue())) {
                throw new LoadException(file + " is no tuned lens for \""
                        + model.config().name() + "\": it should have "
                        + name + " " + Arrays.toString(expected.getValue()) + ", but it has "
                        + (tensors.names().contains(name) ? Arrays.toString(tensors.shape(name)) : tensors.names())
                        + ".");
            }
            translators.put(name, tensors.get(name));
        }
        if (translators.size() != tensors.names().size()) {
            throw new LoadException(file + " has " + tensors.names().size() + " tensors, but a tuned lens for \""
                    + model.config().name() + "\" has " + translators.size() + ": it is another model's.");
        }
        return new TunedLens(model, translators);
    }

    static Map<String, long[]> shapes(int layers, int dModel) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (int l = 0; l < layers; l++) {
            shapes.put(matrix(l), new long[] {dModel, dModel});
            shapes.put(bias(l), new long[] {dModel});
        }
        return shapes;
    }

    static String matrix(int layer) {
        return "translators." + layer + ".A";
    }

    static String bias(int layer) {
        return "translators." + layer + ".b";
    }

    @Override
    public String toString() {
        return "TunedLens[" + model.config().name() + ", layers " + translatedLayers() + " translated]";
    }
}
