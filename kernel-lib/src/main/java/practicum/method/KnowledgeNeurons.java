package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * Neurons that a fact's probability is attributed to, for several ways to ask for it.
 *
 * <p>At one position and in one layer after the other, the activations w go from 0 to what they are, and the gradient of
 * the answer's probability is averaged on the way: Attr_i = w_i · ∫ ∂P(αw)/∂w_i dα. In each layer the attributions add up
 * to P(w) − P(0), but for the error of summing where one should integrate ({@link #gap}). A neuron counts for a prompt if
 * its attribution is at least a share of that prompt's largest; a <em>knowledge neuron</em> counts for enough of the
 * paraphrases, so that what belongs to one wording drops out.
 *
 * <p>The paper asks BERT and takes the position of the mask. In a model that reads from left to right the fact may be
 * looked up earlier: {@link #atEndOf} takes the last token of a name.
 *
 * <p>Suppressing such neurons makes the fact less likely; whether they <em>are</em> the knowledge is another question,
 * which Niu et al. 2024 (arXiv 2405.02421) answer with no. Ask what else changes.
 *
 * <p>Source: Dai et al. 2022, "Knowledge Neurons in Pretrained Transformers", arXiv 2104.08696.
 */
public final class KnowledgeNeurons {
    private static final int STEPS = 20;

    private final Transformer model;
    private final List<String> prompts;
    private final int[] positions;
    private final Tensor attributions;
    private final double gap;

    private KnowledgeNeurons(
            Transformer model, List<String> prompts, int[] positions, Tensor attributions, double gap) {
        this.model = model;
        this.prompts = List.copyOf(prompts);
        this.positions = positions;
        this.attributions = attributions;
        this.gap = gap;
    }

    /** Attributions at the last position of each prompt, in 20 steps. */
    public static KnowledgeNeurons atEnd(Transformer model, String answer, List<String> prompts) {
        int[] last =
                prompts.stream().mapToInt(p -> model.tokens(p).length() - 1).toArray();
        return at(model, answer, prompts, last, STEPS);
    }

    /**
     * Attributions at the last token of a name in each prompt, in 20 steps.
     *
     * @throws ModelException if a prompt does not have the name's tokens
     */
    public static KnowledgeNeurons atEndOf(String name, Transformer model, String answer, List<String> prompts) {
        int[] ends = prompts.stream().mapToInt(p -> endOf(name, model, p)).toArray();
        return at(model, answer, prompts, ends, STEPS);
    }

    /** The position of a name's last token. */
    private static int endOf(String name, Transformer model, String prompt) {
        List<String> labels = model.tokens(prompt).labels();
        String wanted = squeezed(name);
        for (int from = 0; from < labels.size(); from++) {
            StringBuilder read = new StringBuilder();
            for (int to = from; to < labels.size() && read.length() < wanted.length(); to++) {
                read.append(squeezed(labels.get(to)));
                if (read.toString().equals(wanted)) {
                    return to;
                }
            }
        }
        throw new ModelException("\"" + name + "\" is no whole tokens of \"" + prompt + "\", which is " + labels + ".");
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    /**
     * Attributions at a position of each prompt.
     *
     * @param steps in how many steps each path is gone
     */
    public static KnowledgeNeurons at(
            Transformer model, String answer, List<String> prompts, int[] positions, int steps) {
        require(model, prompts, positions, steps);
        long id = model.tokenizer().id(answer);
        List<Tensor> all = new ArrayList<>();
        double gap = 0;
        int layersInAll = positions.length * model.config().nLayers();
        try (Scope scope = Scope.open();
                Progress progress = Progress.start("Attributing \"" + answer + "\" to neurons", layersInAll)) {
            for (int p = 0; p < positions.length; p++) {
                Path path = new Path(model, model.tokens(prompts.get(p)), positions[p], id, steps);
                List<Tensor> layers = new ArrayList<>();
                for (int l = 0; l < model.config().nLayers(); l++) {
                    Tensor attributed = path.attributions(l);
                    layers.add(attributed);
                    gap = Math.max(gap, Math.abs(attributed.sum().item() - path.difference(l)));
                    progress.advance(1);
                }
                all.add(Tensor.stack(0, layers));
            }
            Tensor attributions = scope.keep(Tensor.stack(0, all).named("prompt", "layer", "d_mlp"));
            return new KnowledgeNeurons(model, prompts, positions.clone(), attributions, gap);
        }
    }

    /** From silence to what a prompt's activations are at one position. */
    private record Path(Transformer model, Tokens tokens, int position, long answer, int steps) {
        Tensor attributions(int layer) {
            Hook hook = Hook.mlpPost(layer);
            Tensor active = active(hook);
            List<Tensor> places = new ArrayList<>();
            for (double place : PathRule.MIDPOINT.places(steps)) {
                places.add(active.mul(place));
            }
            Tensor rows = Tensor.stack(0, places).unsqueeze(1); // [step, 1, d_mlp]
            Tensor slopes = model.differentiate(tokens.repeated(steps))
                    .with(hook.at(position).set(rows).ifDifferent())
                    .gradients(probability(), hook)
                    .get(hook)
                    .select(1, position); // [step, d_mlp]
            return slopes.mean(0).mul(active);
        }

        /** P(w) − P(0). */
        double difference(int layer) {
            Tensor whole = probability().of(model.run(tokens, Recording.none()));
            Tensor silent = probability()
                    .of(model.run(
                            tokens,
                            Recording.none(),
                            Hook.mlpPost(layer).at(position).ablate().ifDifferent()));
            return whole.item(0) - silent.item(0);
        }

        private Tensor active(Hook hook) {
            Run run = model.run(tokens, Recording.of(HookPoint.MLP_POST));
            return run.get(hook).get(0, position);
        }

        private Metric probability() {
            int id = Math.toIntExact(answer);
            return Metric.last("probability", logits -> logits.softmax(-1).select(1, id));
        }
    }

    private static void require(Transformer model, List<String> prompts, int[] positions, int steps) {
        if (model.config().dMlp() == 0) {
            throw new ModelException("\"" + model.config().name() + "\" has no MLPs, and so no neurons.");
        }
        if (prompts.isEmpty() || prompts.size() != positions.length || steps < 1) {
            throw new ModelException("Give prompts, a position for each, and at least 1 step; got " + prompts.size()
                    + " prompts, " + positions.length + " positions and " + steps + " steps.");
        }
        for (int p = 0; p < positions.length; p++) {
            int n = model.tokens(prompts.get(p)).length();
            if (positions[p] < 0 || positions[p] >= n) {
                throw new ModelException("There is no position " + positions[p] + " in \"" + prompts.get(p)
                        + "\", which has " + n + " tokens: count from 0.");
            }
        }
    }

    /** What each neuron accounts for [prompt, layer, d_mlp], in probability. */
    public Tensor attributions() {
        return attributions;
    }

    /** The largest error of the sum over a layer and prompt, in probability. Where it is large, the path is steep: take more steps. */
    public double gap() {
        return gap;
    }

    /**
     * The neurons that count for enough of the prompts.
     *
     * @param threshold a neuron counts for a prompt from this share of the prompt's largest attribution on; the paper
     *     takes 0.2
     * @param prompts for which share of the prompts it has to count; the paper begins with 0.7
     */
    public List<Neuron> shared(double threshold, double prompts) {
        if (!(threshold > 0 && threshold <= 1) || !(prompts > 0 && prompts <= 1)) {
            throw new ModelException("Both shares are above 0 and up to 1; got " + threshold + " and " + prompts + ".");
        }
        int needed = (int) Math.ceil(prompts * positions.length - 1e-9);
        int[][] counts = counts(threshold);
        List<Neuron> shared = new ArrayList<>();
        for (int l = 0; l < counts.length; l++) {
            for (int i = 0; i < counts[l].length; i++) {
                if (counts[l][i] >= needed) {
                    shared.add(new Neuron(l, i));
                }
            }
        }
        return shared;
    }

    /** For how many prompts each neuron counts. */
    private int[][] counts(double threshold) {
        int layers = model.config().nLayers();
        int neurons = model.config().dMlp();
        int[][] counts = new int[layers][neurons];
        float[] values = attributions.toFloatArray();
        for (int p = 0; p < positions.length; p++) {
            float[] ofPrompt = Arrays.copyOfRange(values, p * layers * neurons, (p + 1) * layers * neurons);
            double largest = IntStream.range(0, ofPrompt.length)
                    .mapToDouble(i -> ofPrompt[i])
                    .max()
                    .orElse(0);
            for (int i = 0; i < ofPrompt.length; i++) {
                counts[i / neurons][i % neurons] += largest > 0 && ofPrompt[i] >= threshold * largest ? 1 : 0;
            }
        }
        return counts;
    }

    /** The same neurons' activations times a factor, at one position of a prompt: 0 suppresses them, 2 doubles them. */
    public static Intervention[] scaled(double factor, List<Neuron> neurons, int position) {
        TreeMap<Integer, List<Integer>> byLayer = new TreeMap<>();
        for (Neuron neuron : neurons) {
            byLayer.computeIfAbsent(neuron.layer(), l -> new ArrayList<>()).add(neuron.index());
        }
        return byLayer.entrySet().stream()
                .map(e -> Hook.mlpPost(e.getKey())
                        .at(position)
                        .neuron(e.getValue().stream().mapToInt(i -> i).toArray())
                        .scale(factor))
                .toArray(Intervention[]::new);
    }

    /** At which position of each prompt neurons were looked at. */
    public int[] positions() {
        return positions.clone();
    }

    @Override
    public String toString() {
        return "KnowledgeNeurons[" + model.config().name() + ", " + prompts.size() + " prompts]";
    }
}
