package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.token.Tokens;

/**
 * Two runs of one shape: the base, which is changed, and the source, which the changes come from.
 *
 * @param baseChanges changes that the base run has anyway, such as noise in its embeddings
 * @param sourceChanges the same of the source run
 */
record RunPair(
        Transformer model,
        Tokens base,
        List<Intervention> baseChanges,
        Tokens source,
        List<Intervention> sourceChanges,
        Metric metric) {
    RunPair {
        requireSameShape(base, source);
    }

    static RunPair of(Run base, Run source, Metric metric) {
        if (base == null || source == null || metric == null) {
            throw new ModelException("Give two runs and a metric; one of them is null.");
        }
        if (base.model() != source.model()) {
            throw new ModelException("The two runs are of different models, \""
                    + base.model().config().name() + "\" and \""
                    + source.model().config().name() + "\".");
        }
        return new RunPair(
                base.model(), base.tokens(), base.interventions(), source.tokens(), source.interventions(), metric);
    }

    private static void requireSameShape(Tokens base, Tokens source) {
        boolean same = base.batch() == source.batch() && base.length() == source.length();
        if (!same || IntStream.range(0, base.batch()).anyMatch(r -> base.padding(r) != source.padding(r))) {
            throw new ModelException("The two runs must have the same number of tokens in every row, so that positions"
                    + " correspond. They are:\n" + numbered(base) + "\nand:\n" + numbered(source)
                    + "\nChange words for words of as many tokens.");
        }
    }

    private static String text(Tokens tokens) {
        return tokens.batch() == 1 ? "\"" + tokens + "\"" : tokens.batch() + " prompts";
    }

    private static String numbered(Tokens tokens) {
        StringBuilder rows = new StringBuilder();
        for (int r = 0; r < tokens.batch(); r++) {
            rows.append(r == 0 ? "" : "\n")
                    .append("  ")
                    .append(tokens.length() - tokens.padding(r))
                    .append(" tokens: ")
                    .append(String.join("|", tokens.labels(r)));
        }
        return rows.toString();
    }

    /** The source and the base in each other's place. */
    RunPair reversed() {
        return new RunPair(model, source, sourceChanges, base, baseChanges, metric);
    }

    /** So many copies of both, copy after copy, the base with one more change. */
    RunPair copies(int count, Intervention change) {
        List<Intervention> changes = new ArrayList<>(baseChanges);
        changes.add(change);
        return new RunPair(
                model,
                base.repeated(count),
                List.copyOf(changes),
                source.repeated(count),
                sourceChanges,
                metric.ofCopies(base.batch()));
    }

    /** @throws ModelException if the base run was changed: what is held along a path is that of a plain run */
    void requireUnchangedBase() {
        if (!baseChanges.isEmpty()) {
            throw new ModelException("Paths are patched in a run without changes, but this one has " + baseChanges
                    + ". Run the prompt without them.");
        }
    }

    int layers() {
        return model.config().nLayers();
    }

    /** The source run, with a kind of hook recorded in every layer. */
    Run sourceRun(HookPoint... points) {
        return model.run(source, Recording.of(points), sourceChanges.toArray(Intervention[]::new));
    }

    /** The source run, with these hooks recorded. */
    Run sourceRun(List<Hook> hooks) {
        return model.run(source, Recording.of(hooks.toArray(Hook[]::new)), sourceChanges.toArray(Intervention[]::new));
    }

    /** The base run, with these hooks recorded. */
    Run baseRun(List<Hook> hooks) {
        return model.run(base, Recording.of(hooks.toArray(Hook[]::new)), baseChanges.toArray(Intervention[]::new));
    }

    /** A kind of hook in every layer. */
    List<Hook> everywhere(HookPoint point) {
        if (!point.inBlocks()) {
            throw new ModelException(point + " is not in the blocks; choose a hook that every layer has.");
        }
        List<Hook> hooks =
                IntStream.range(0, layers()).mapToObj(l -> new Hook(point, l)).toList();
        model.config().require(hooks.get(0));
        return hooks;
    }

    List<String> layerLabels() {
        return numbers(layers());
    }

    /** The tokens of a single prompt, with both where the two differ; the numbers of the positions in a batch. */
    List<String> positionLabels() {
        if (base.batch() > 1) {
            return numbers(base.length());
        }
        return IntStream.range(0, base.length())
                .mapToObj(p ->
                        p + " " + label(base.labels().get(p), source.labels().get(p)))
                .toList();
    }

    private static String label(String ofBase, String ofSource) {
        return ofBase.equals(ofSource) ? ofBase : ofBase + "←" + ofSource;
    }

    static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @Override
    public String toString() {
        return text(base) + " ← " + text(source) + " by " + metric;
    }
}
