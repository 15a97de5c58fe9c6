package practicum.weights;

import java.util.List;
import java.util.Map;
import java.util.Random;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** A folded model beside the original, what was done to it, and the proof that both say the same. */
public final class Folded {
    private static final int ROWS = 4;
    private static final int LENGTH = 16;
    private static final long SEED = 1;

    private final Transformer original;
    private final Transformer model;
    private final List<FoldingStep> steps;
    private final Map<FoldingStep, String> refused;

    Folded(Transformer original, Transformer model, List<FoldingStep> steps, Map<FoldingStep, String> refused) {
        this.original = original;
        this.model = model;
        this.steps = steps;
        this.refused = Map.copyOf(refused);
    }

    /** The folded model, in single precision. */
    public Transformer model() {
        return model;
    }

    /** The model that was folded, unchanged: the way back. */
    public Transformer original() {
        return original;
    }

    /** What was done, in order. */
    public List<FoldingStep> steps() {
        return steps;
    }

    /** What {@link Folding#all} could not do with this family, and why. */
    public Map<FoldingStep, String> refused() {
        return refused;
    }

    /** The certificate on random tokens, seeded. */
    public Certificate certificate() {
        int length = Math.min(LENGTH, original.config().nCtx());
        Random random = Seeds.random(SEED);
        long[][] rows = new long[ROWS][length];
        for (long[] row : rows) {
            for (int i = 0; i < length; i++) {
                row[i] = random.nextInt(original.config().dVocab());
            }
        }
        return certificate(Tokens.ofIds(rows));
    }

    /** The certificate on given tokens: both models run on them, in single and in double precision. */
    public Certificate certificate(Tokens tokens) {
        boolean shift = steps.contains(FoldingStep.CENTRE_UNEMBED);
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open();
                Progress progress = Progress.start("Comparing " + model.config().name() + ", with the original", 4)) {
            Tensor expected = said(original, tokens, shift);
            progress.advance(1);
            double single = largest(expected.sub(said(model, tokens, shift)));
            progress.advance(1);
            Tensor exactly = exactly(List.of(), tokens, shift);
            progress.advance(1);
            double exact = largest(exactly.sub(exactly(steps, tokens, shift)));
            progress.advance(1);
            long count =
                    (long) tokens.batch() * tokens.length() * original.config().dVocab();
            return new Certificate(single, exact, shift, largest(expected), count);
        }
    }

    /** What the original says in double precision after some steps; one model's parameters at a time are in memory. */
    private Tensor exactly(List<FoldingStep> done, Tokens tokens, boolean upToShift) {
        try (Scope scope = Scope.open()) {
            Draft draft = Folding.draft(original, done);
            Weights weights = Weights.of(draft.config(), draft.doubles());
            return scope.keep(said(original.with(draft.config(), weights), tokens, upToShift));
        }
    }

    /** Logits, or log-probabilities, which a shift of all logits does not change. */
    private static Tensor said(Transformer model, Tokens tokens, boolean upToShift) {
        Tensor logits = model.run(tokens, Recording.none()).logits();
        return upToShift ? logits.logSoftmax(-1) : logits;
    }

    private static double largest(Tensor x) {
        return x.abs().max().toDoubleArray()[0];
    }

    @Override
    public String toString() {
        return model.config().name() + ": " + steps + (refused.isEmpty() ? "" : "; not possible here: " + refused);
    }
}
