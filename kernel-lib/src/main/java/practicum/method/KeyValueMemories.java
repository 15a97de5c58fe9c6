package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.token.Tokens;

/**
 * MLPs as memories: each neuron has a key, its column of W_in, that some prefixes of texts match, and a value, its row of
 * W_out, that is added to the stream as far as they do. This finds, in texts of one's choice, the prefixes that make each
 * neuron most active: its <em>triggers</em>.
 *
 * <p>A memory agrees with itself if the token that its value raises most is the one that came next after its first
 * trigger. The share of a layer's neurons that do is its <em>agreement rate</em>; the control gives each neuron the value
 * of its neighbour.
 *
 * <p>A prefix has at least two tokens: on the first token of every text, often one that marks its beginning, all neurons
 * are always equally active.
 *
 * <p>Source: Geva, Schuster, Berant and Levy 2021, "Transformer Feed-Forward Layers Are Key-Value Memories", arXiv
 * 2012.14913.
 */
public final class KeyValueMemories {
    private static final int RESAMPLES = 1000;
    private static final int AT_ONCE = 16;

    private final Transformer model;
    private final Tokens texts;
    private final Best[][] best; // by layer and neuron
    private final long seed;

    /**
     * A prefix that makes a neuron active.
     *
     * @param text the row of the texts
     * @param position of the prefix's last token
     * @param words the prefix
     * @param next the token that came next
     * @param activation how active the neuron is there
     */
    public record Trigger(int text, int position, List<String> words, String next, double activation) {
        public Trigger {
            words = List.copyOf(words);
        }

        /** The last words of the prefix, and what came next. */
        @Override
        public String toString() {
            List<String> last = words.subList(Math.max(0, words.size() - 8), words.size());
            return String.join(" ", last) + " → " + next;
        }
    }

    /**
     * How often the memories of a layer agree with themselves.
     *
     * @param rate the share of neurons whose value's first token followed their first trigger
     * @param low where the middle 95 % of rates over neurons drawn again begin
     * @param high where they end
     * @param control the rate when each neuron has another's value
     */
    public record Agreement(double rate, double low, double high, double control) {}

    private KeyValueMemories(Transformer model, Tokens texts, Best[][] best, long seed) {
        this.model = model;
        this.texts = texts;
        this.best = best;
        this.seed = seed;
    }

    /**
     * The memories of a model, with up to 10 triggers each.
     *
     * @param texts of one length each, without padding
     */
    public static KeyValueMemories of(Transformer model, Tokens texts) {
        return of(model, texts, 10);
    }

    /** The same with so many triggers each. */
    public static KeyValueMemories of(Transformer model, Tokens texts, int triggers) {
        if (model.config().dMlp() == 0) {
            throw new ModelException("\"" + model.config().name() + "\" has no MLPs, and so no memories.");
        }
        if (texts.isPadded() || texts.length() < 3) {
            throw new ModelException("Give texts of one length without padding, of at least 3 tokens: a prefix of 2 and"
                    + " what comes next. These are " + texts + ".");
        }
        if (triggers < 1) {
            throw new ModelException("Ask for at least 1 trigger, got " + triggers + ".");
        }
        int layers = model.config().nLayers();
        Best[][] best = new Best[layers][model.config().dMlp()];
        for (Best[] layer : best) {
            Arrays.setAll(layer, i -> new Best(triggers));
        }
        try (Progress progress = Progress.start("Reading texts", texts.batch())) {
            for (int from = 0; from < texts.batch(); from += AT_ONCE) {
                int to = Math.min(texts.batch(), from + AT_ONCE);
                collect(model, texts, from, to, best);
                progress.advance(to - from);
            }
        }
        return new KeyValueMemories(model, texts, best, 1);
    }

    private static void collect(Transformer model, Tokens texts, int from, int to, Best[][] best) {
        long[][] rows = IntStream.range(from, to).mapToObj(texts::row).toArray(long[][]::new);
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Run run = model.run(Tokens.ofIds(rows), Recording.of(HookPoint.MLP_POST));
            for (int l = 0; l < best.length; l++) {
                offer(run.get(Hook.mlpPost(l)).toFloatArray(), from, texts.length(), best[l]);
            }
        }
    }

    /** @param active [text, pos, neuron] */
    private static void offer(float[] active, int from, int length, Best[] best) {
        int neurons = best.length;
        for (int i = 0; i < active.length; i++) {
            int place = i / neurons;
            int position = place % length;
            if (position > 0 && position < length - 1) {
                best[i % neurons].offer(active[i], from + place / length, position);
            }
        }
    }

    /** The places where a neuron was most active, the first first. */
    private static final class Best {
        private final float[] active;
        private final int[] text;
        private final int[] position;
        private int size;

        Best(int room) {
            active = new float[room];
            text = new int[room];
            position = new int[room];
        }

        void offer(float value, int row, int at) {
            if (size == active.length && value <= active[size - 1]) {
                return;
            }
            int place = size < active.length ? size++ : size - 1;
            while (place > 0 && active[place - 1] < value) {
                active[place] = active[place - 1];
                text[place] = text[place - 1];
                position[place] = position[place - 1];
                place--;
            }
            active[place] = value;
            text[place] = row;
            position[place] = at;
        }
    }

    /** A neuron's triggers, the most active first; fewer where the texts have not as many prefixes. */
    public List<Trigger> triggers(Neuron neuron) {
        Best found = best(neuron);
        List<Trigger> triggers = new ArrayList<>();
        for (int i = 0; i < found.size; i++) {
            int at = found.position[i];
            long[] row = texts.row(found.text[i]);
            List<String> words = IntStream.rangeClosed(0, at)
                    .mapToObj(p -> model.label(row[p]))
                    .toList();
            triggers.add(new Trigger(found.text[i], at, words, model.label(row[at + 1]), found.active[i]));
        }
        return triggers;
    }

    /** How often the memories of a layer agree with themselves. */
    public Agreement agreement(int layer) {
        ValueVectors values = ValueVectors.of(model);
        long[] tops = values.tops(layer);
        int n = tops.length;
        boolean[] agrees = new boolean[n];
        int control = 0;
        for (int i = 0; i < n; i++) {
            Best found = best[layer][i];
            long next = texts.row(found.text[0])[found.position[0] + 1];
            agrees[i] = tops[i] == next;
            control += tops[(i + 1) % n] == next ? 1 : 0;
        }
        return agreement(agrees, control / (double) n);
    }

    private Agreement agreement(boolean[] agrees, double control) {
        Random random = Seeds.random(seed);
        double[] rates = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            int count = 0;
            for (int i = 0; i < agrees.length; i++) {
                count += agrees[random.nextInt(agrees.length)] ? 1 : 0;
            }
            rates[r] = count / (double) agrees.length;
        }
        Arrays.sort(rates);
        int all = 0;
        for (boolean each : agrees) {
            all += each ? 1 : 0;
        }
        return new Agreement(
                all / (double) agrees.length, rates[RESAMPLES / 40], rates[RESAMPLES - RESAMPLES / 40 - 1], control);
    }

    private Best best(Neuron neuron) {
        if (neuron.layer() >= best.length || neuron.index() >= best[0].length) {
            throw new ModelException("There is no neuron " + neuron + ": there are L0N0 to L" + (best.length - 1) + "N"
                    + (best[0].length - 1) + ".");
        }
        return best[neuron.layer()][neuron.index()];
    }

    @Override
    public String toString() {
        return "KeyValueMemories[" + model.config().name() + ", " + texts.batch() + " texts of " + texts.length()
                + " tokens]";
    }
}
