package practicum.method;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import practicum.model.ModelException;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.train.Objective;
import practicum.train.Recipe;
import practicum.train.Trainer;

/**
 * The search for a structural probe's projection: sentences are padded to one length, and the mean over sentences of the
 * mean absolute error is made small.
 */
final class StructuralTraining implements Objective {
    private static final String PROJECTION = "projection";

    /** What of a tree is predicted, and from which of the words' projections. */
    enum Target {
        DISTANCES {
            @Override
            Tensor predicted(Tensor projected) {
                Tensor lengths = projected.mul(projected).sum(-1); // [.., word]
                Tensor products = projected.matMul(transposed(projected)); // [.., word, word]
                return products.mul(-2).add(lengths.unsqueeze(-1)).add(lengths.unsqueeze(-2));
            }

            @Override
            double[][] truth(DependencyTree tree) {
                return tree.distances();
            }
        },
        DEPTHS {
            @Override
            Tensor predicted(Tensor projected) {
                return projected.mul(projected).sum(-1).unsqueeze(-1); // [.., word, 1]
            }

            @Override
            double[][] truth(DependencyTree tree) {
                double[][] column = new double[tree.size()][];
                double[] depths = tree.depths();
                for (int i = 0; i < column.length; i++) {
                    column[i] = new double[] {depths[i]};
                }
                return column;
            }
        };

        abstract Tensor predicted(Tensor projected);

        abstract double[][] truth(DependencyTree tree);

        private static Tensor transposed(Tensor t) {
            return t.rank() == 2 ? t.t() : t.permute(0, 2, 1);
        }
    }

    private final Target target;
    private final Recipe recipe;
    private final Tensor vectors; // [sentence, word, d]
    private final Tensor truths; // [sentence, word, word or 1]
    private final Tensor shares; // of the loss, 0 at padding; like the truths

    StructuralTraining(Target target, List<ProbedSentence> sentences, Recipe recipe) {
        if (sentences.isEmpty()) {
            throw new ModelException("A structural probe is trained on sentences, but the list is empty.");
        }
        this.target = target;
        this.recipe = recipe;
        int longest =
                sentences.stream().mapToInt(each -> each.tree().size()).max().orElseThrow();
        int width = sentences.get(0).vectors().size(1);
        int columns = target == Target.DISTANCES ? longest : 1;
        float[] all = new float[sentences.size() * longest * width];
        float[] gold = new float[sentences.size() * longest * columns];
        float[] share = new float[gold.length];
        for (int s = 0; s < sentences.size(); s++) {
            float[] own = sentences.get(s).vectors().toFloatArray();
            requireWidth(width, sentences.get(s).vectors());
            System.arraycopy(own, 0, all, s * longest * width, own.length);
            double[][] truth = target.truth(sentences.get(s).tree());
            for (int i = 0; i < truth.length; i++) {
                for (int j = 0; j < truth[i].length; j++) {
                    int at = (s * longest + i) * columns + j;
                    gold[at] = (float) truth[i][j];
                    share[at] = 1f / (truth.length * truth[i].length);
                }
            }
        }
        vectors = Tensor.of(all, sentences.size(), longest, width);
        truths = Tensor.of(gold, sentences.size(), longest, columns);
        shares = Tensor.of(share, sentences.size(), longest, columns);
    }

    private static void requireWidth(int width, Tensor own) {
        if (own.size(1) != width) {
            throw new ModelException("Vectors of one probe have one width, but here are " + width + " and "
                    + own.size(1) + ". Read all sentences at one hook of one model.");
        }
    }

    /** Searches, and returns the projection [d, rank]. */
    Tensor run(int rank) {
        int width = vectors.size(2);
        if (rank < 1 || rank > width) {
            throw new ModelException("A probe of vectors of " + width + " numbers has a rank from 1 to " + width
                    + ", not " + rank + ".");
        }
        Tensor start = Tensor.randn(recipe.seed(), width, rank).div(Math.sqrt((double) width * rank));
        return Objects.requireNonNull(Trainer.of(recipe, this)
                .named("a structural probe")
                .run(Map.of(PROJECTION, start))
                .parameters()
                .get(PROJECTION));
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int batch) {
        int[] rows = Seeds.random(recipe.seed() * 1_000_003 + batch)
                .ints(recipe.batch(), 0, vectors.size(0))
                .toArray();
        Tensor projected = vectors.take(0, rows).matMul(Objects.requireNonNull(parameters.get(PROJECTION)));
        Tensor errors = target.predicted(projected).sub(truths.take(0, rows)).abs();
        return errors.mul(shares.take(0, rows)).sum().div(rows.length);
    }
}
