package practicum.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Metric;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * A task with only some heads at work: all others are knocked out, that is, held at their mean over reference prompts, at
 * each position apart. MLPs stay.
 *
 * <p>With reference prompts in which nothing tells the answer, such as other names in place of all names (p_ABC), a head
 * that is knocked out still says what all prompts have in common. Three questions about a set of heads C, with F the metric
 * and M all heads: is it <em>faithful</em>, F(C) ≈ F(M); is it <em>complete</em>, |F(C∖K) − F(M∖K)| small whatever heads K
 * one takes from both; is it <em>minimal</em>, that for each head there is a K without which the head changes F. Heads are
 * named {@code a4.h0}. Source: Wang et al. 2022 (arXiv 2211.00593).
 */
public final class HeadKnockout {
    private final Transformer model;
    private final Tokens prompts;
    private final Metric metric;
    private final List<Tensor> means;
    private final List<String> heads = new ArrayList<>();

    private HeadKnockout(Transformer model, Tokens prompts, Metric metric, List<Tensor> means) {
        this.model = model;
        this.prompts = prompts;
        this.metric = metric;
        this.means = means;
        for (int l = 0; l < model.config().nLayers(); l++) {
            for (int h = 0; h < model.config().nHeads(); h++) {
                heads.add("a" + l + ".h" + h);
            }
        }
    }

    /**
     * Knock-outs on a run's prompts by means over another's.
     *
     * @param reference prompts of the same length, in which positions correspond; as many as there are
     * @throws ModelException if the lengths differ, or rows are padded
     */
    public static HeadKnockout of(Run prompts, Run reference, Metric metric) {
        if (prompts.model() != reference.model()) {
            throw new ModelException("The two runs are of different models.");
        }
        requireAlike(prompts.tokens(), reference.tokens());
        Transformer model = prompts.model();
        List<Tensor> means = new ArrayList<>();
        try (Scope scope = Scope.open()) {
            Run run = model.run(reference.tokens(), Recording.of(HookPoint.Z));
            for (int l = 0; l < model.config().nLayers(); l++) {
                means.add(scope.keep(run.get(Hook.z(l)).mean(0)));
            }
        }
        return new HeadKnockout(model, prompts.tokens(), metric, means);
    }

    private static void requireAlike(Tokens prompts, Tokens reference) {
        if (prompts.length() != reference.length()) {
            throw new ModelException("Means are taken at each position, so the reference prompts must be as long as the"
                    + " others: they have " + reference.length() + " tokens, the others " + prompts.length() + ".");
        }
        for (Tokens tokens : List.of(prompts, reference)) {
            for (int r = 0; r < tokens.batch(); r++) {
                if (tokens.padding(r) > 0) {
                    throw new ModelException(
                            "Row " + r + " is shorter than the others, so its positions do not correspond"
                                    + " with theirs. Choose prompts of one length.");
                }
            }
        }
    }

    /** The names of all heads. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** F(C), averaged over prompts: only these heads at work. */
    public double with(Collection<String> circuit) {
        return metrics(List.of(circuit)).mean().item();
    }

    /** F(M∖K): all heads at work but these. */
    public double without(Collection<String> knocked) {
        return with(minus(heads, knocked));
    }

    /** |F(C∖K) − F(M∖K)|: how differently circuit and model fare without some heads. 0 is complete. */
    public double incompleteness(Collection<String> circuit, Collection<String> knocked) {
        return Math.abs(with(minus(circuit, knocked)) - without(knocked));
    }

    /** |F(C∖(K ∪ {v})) − F(C∖K)|: what a head adds to the circuit once others are gone. 0 for all K is superfluous. */
    public double contribution(Collection<String> circuit, String head, Collection<String> knocked) {
        Set<String> rest = minus(circuit, knocked);
        return Math.abs(with(minus(rest, List.of(head))) - with(rest));
    }

    private Set<String> minus(Collection<String> all, Collection<String> gone) {
        Set<String> rest = new LinkedHashSet<>(all);
        gone.forEach(head -> {
            number(head);
            rest.remove(head);
        });
        return rest;
    }

    /** The metric with only some heads at work, for each of several circuits [circuit, prompt]. */
    public Tensor metrics(List<? extends Collection<String>> circuits) {
        if (circuits.isEmpty()) {
            throw new ModelException("Give at least one circuit to run; an empty one has no heads.");
        }
        ModelConfig config = model.config();
        int n = circuits.size();
        float[] working = new float[n * heads.size()];
        for (int c = 0; c < n; c++) {
            for (String head : circuits.get(c)) {
                working[c * heads.size() + number(head)] = 1;
            }
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor masks = Tensor.of(working, n, config.nLayers(), config.nHeads());
            List<Intervention> changes = new ArrayList<>();
            for (int l = 0; l < config.nLayers(); l++) {
                changes.add(held(l, masks.select(1, l), n));
            }
            Run run = model.run(prompts.repeated(n), Recording.none(), changes.toArray(Intervention[]::new));
            Tensor values = metric.ofCopies(prompts.batch()).of(run);
            return scope.keep(values.reshape(n, prompts.batch()).named("circuit", "prompt"));
        }
    }

    /** Holds heads [circuit, head] that are not at work at their means. */
    private Intervention held(int layer, Tensor working, int circuits) {
        int b = prompts.batch();
        ModelConfig c = model.config();
        Tensor stay = working.reshape(circuits, 1, 1, c.nHeads(), 1);
        Tensor mean = stay.neg().add(1).mul(means.get(layer)); // [circuit, 1, pos, head, d_head]
        return Hook.z(layer)
                .edit(z -> z.reshape(circuits, b, prompts.length(), c.nHeads(), c.dHead())
                        .mul(stay)
                        .add(mean)
                        .reshape(z.shape()))
                .ifDifferent();
    }

    private int number(String head) {
        int number = heads.indexOf(head);
        if (number < 0) {
            throw new ModelException("There is no head \"" + head + "\"; there are " + heads + ".");
        }
        return number;
    }

    @Override
    public String toString() {
        return "HeadKnockout[" + model.config().name() + ", " + prompts.batch() + " prompts, " + heads.size()
                + " heads, " + metric.says() + "]";
    }
}
