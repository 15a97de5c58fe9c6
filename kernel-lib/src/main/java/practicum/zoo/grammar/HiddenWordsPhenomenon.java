package practicum.zoo.grammar;

import java.util.List;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.token.Tokens;
import practicum.world.grammar.GrammarWorld;
import practicum.world.grammar.MaskedBatch;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** How many hidden words a model tells, beside a reader of the two neighbours that has counted two thousand texts. */
record HiddenWordsPhenomenon(GrammarWorld world) implements Phenomenon<Transformer> {
    private static final int TEXTS = 256;
    private static final int COUNTED = 2000;
    private static final long SEED = 1_000_000; // behind all seeds of the training
    private static final List<String> PRACTICUMS = List.of("01_transformers_from_scratch");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        int length = subject.model().config().nCtx();
        MaskedBatch asked = world.maskedText(length).batch(TEXTS, SEED);
        Neighbours neighbours = new Neighbours(shown(world.maskedText(length).batch(COUNTED, SEED + 1)));
        return List.of(new Measurement(
                "hidden words",
                "share of hidden words, [MASK] or replaced or left, that are the likeliest of all",
                accuracy(asked, told(subject.model(), asked)),
                "most frequent between the two neighbours",
                accuracy(asked, told(neighbours, asked)),
                0.02,
                PRACTICUMS));
    }

    /** The texts with nothing hidden. */
    private static long[][] shown(MaskedBatch batch) {
        long[][] shown = new long[batch.ids().length][];
        for (int row = 0; row < shown.length; row++) {
            shown[row] = batch.ids()[row].clone();
            for (int i = 0; i < shown[row].length; i++) {
                long target = batch.targets()[row][i];
                shown[row][i] = target == MaskedBatch.IGNORED ? shown[row][i] : target;
            }
        }
        return shown;
    }

    private static long[][] told(Transformer model, MaskedBatch batch) {
        try (Scope scope = Scope.open()) {
            long[] top = model.run(Tokens.ofIds(batch.ids()), Recording.none())
                    .logits()
                    .argMax(-1)
                    .toLongArray();
            int length = batch.ids()[0].length;
            long[][] told = new long[batch.ids().length][length];
            for (int row = 0; row < told.length; row++) {
                System.arraycopy(top, row * length, told[row], 0, length);
            }
            return told;
        }
    }

    private static long[][] told(Neighbours neighbours, MaskedBatch batch) {
        long[][] told = new long[batch.ids().length][];
        for (int row = 0; row < told.length; row++) {
            long[] ids = batch.ids()[row];
            told[row] = new long[ids.length];
            for (int i = 1; i + 1 < ids.length; i++) {
                told[row][i] = neighbours.between(ids[i - 1], ids[i + 1]);
            }
        }
        return told;
    }

    private static double accuracy(MaskedBatch batch, long[][] told) {
        int right = 0;
        int all = 0;
        for (int row = 0; row < told.length; row++) {
            for (int i = 0; i + 1 < told[row].length; i++) { // the last has no right neighbour
                if (batch.targets()[row][i] != MaskedBatch.IGNORED) {
                    right += told[row][i] == batch.targets()[row][i] ? 1 : 0;
                    all++;
                }
            }
        }
        return (double) right / all;
    }
}
