package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.Metric;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.RandomModels;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.wired.HandWired;
import practicum.wired.Wired;

class CircuitPruningTest {
    private static final Transformer MODEL =
            RandomModels.of(ModelConfig.shape("tiny", 2, 6, 2, 5, 7, 8).build(), 4);
    private static final Tokens TOKENS = Tokens.ofIds(new long[] {1, 2, 3, 4}, new long[] {5, 6}, new long[] {2, 4, 6});
    private static final long[] ANSWERS = likeliest(1);
    private static final long[] FOILS = likeliest(-1);
    private static final double TARGET = (pruning().wholeLoss() + pruning().emptyLoss()) / 2;

    /** What the model itself says, or says least. */
    private static long[] likeliest(double sign) {
        return MODEL.run(TOKENS).logits().select(1, -1).mul(sign).argMax(-1).toLongArray();
    }

    private static CircuitPruning pruning() {
        return CircuitPruning.of(MODEL, TOKENS, CircuitPruning.choice(ANSWERS, FOILS));
    }

    @Test
    void theChoicesLossIsThatOfTwoTokens() {
        Run run = MODEL.run(TOKENS);
        double sum = 0;
        for (int row = 0; row < 3; row++) {
            Tensor logits = run.logits().get(row, -1);
            double a = Math.exp(logits.get((int) ANSWERS[row]).item());
            double b = Math.exp(logits.get((int) FOILS[row]).item());
            sum -= Math.log(a / (a + b));
        }
        assertThat(pruning().wholeLoss()).isCloseTo(sum / 3, within(1e-5));
    }

    /** Each prompt alone, without padding; each hook and unit by itself. */
    @Test
    void whatIsNotInTheCircuitIsAtItsMeanOverAllTokens() {
        PrunedCircuit circuit = pruning().under(TARGET);
        assertThat(circuit.nodes()).isPositive().isLessThan(units());
        double sum = 0;
        for (int row = 0; row < 3; row++) {
            long[] ids = TOKENS.row(row);
            Tokens alone = Tokens.ofIds(Arrays.copyOfRange(ids, TOKENS.padding(row), ids.length));
            List<Intervention> byHand = new ArrayList<>();
            for (Hook hook : hooks()) {
                float[] mean = mean(hook);
                Set<Integer> stays = Arrays.stream(circuit.units(hook)).boxed().collect(Collectors.toSet());
                byHand.add(hook.edit(x -> held(x, mean, stays)).ifDifferent());
            }
            Run run = MODEL.run(alone, Recording.none(), byHand.toArray(Intervention[]::new));
            Metric choice = CircuitPruning.choice(new long[] {ANSWERS[row]}, new long[] {FOILS[row]});
            sum += choice.of(run).get(0).item();
        }
        assertThat(circuit.loss()).isCloseTo(sum / 3, within(1e-4));
        double again = CircuitPruning.choice(ANSWERS, FOILS)
                .of(MODEL.run(TOKENS, Recording.none(), circuit.interventions().toArray(Intervention[]::new)))
                .mean()
                .item();
        assertThat(again).isCloseTo(circuit.loss(), within(1e-5));
    }

    private static Tensor held(Tensor x, float[] mean, Set<Integer> stays) {
        float[] values = x.toFloatArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = stays.contains(i % mean.length) ? values[i] : mean[i % mean.length];
        }
        return Tensor.of(values, x.shape());
    }

    private static float[] mean(Hook hook) {
        double[] sums = new double[0];
        int count = 0;
        for (int row = 0; row < 3; row++) {
            long[] ids = TOKENS.row(row);
            Tokens alone = Tokens.ofIds(Arrays.copyOfRange(ids, TOKENS.padding(row), ids.length));
            Tensor value = MODEL.run(alone).get(hook);
            int units = (int) (value.count() / alone.length());
            sums = Arrays.copyOf(sums, units);
            float[] flat = value.toFloatArray();
            for (int i = 0; i < flat.length; i++) {
                sums[i % units] += flat[i];
            }
            count += alone.length();
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / count);
        }
        return mean;
    }

    private static List<Hook> hooks() {
        return IntStream.range(0, 2)
                .boxed()
                .flatMap(l -> List.of(
                        Hook.ln1Normalized(l),
                        Hook.q(l),
                        Hook.k(l),
                        Hook.v(l),
                        Hook.attnOut(l),
                        Hook.ln2Normalized(l),
                        Hook.mlpPost(l),
                        Hook.mlpOut(l))
                        .stream())
                .collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
                    all.add(Hook.lnFinalNormalized());
                    return all;
                }));
    }

    private static int units() {
        return hooks().stream().mapToInt(hook -> mean(hook).length).sum();
    }

    @Test
    void edgesAreTheNonzeroWeightsBetweenUnitsThatStay() {
        PrunedCircuit circuit = pruning().under(TARGET);
        long edges = 0;
        for (int l = 0; l < 2; l++) {
            for (int head = 0; head < 2; head++) {
                edges += between(
                        MODEL.W_Q(l, head), circuit.units(Hook.ln1Normalized(l)), head(circuit, Hook.q(l), head));
                edges += between(
                        MODEL.W_K(l, head), circuit.units(Hook.ln1Normalized(l)), head(circuit, Hook.k(l), head));
                edges += between(
                        MODEL.W_V(l, head), circuit.units(Hook.ln1Normalized(l)), head(circuit, Hook.v(l), head));
                edges += between(MODEL.W_O(l, head), head(circuit, Hook.v(l), head), circuit.units(Hook.attnOut(l)));
            }
            edges += between(MODEL.W_in(l), circuit.units(Hook.ln2Normalized(l)), circuit.units(Hook.mlpPost(l)));
            edges += between(MODEL.W_out(l), circuit.units(Hook.mlpPost(l)), circuit.units(Hook.mlpOut(l)));
        }
        assertThat(circuit.edges()).isEqualTo(edges).isPositive();
    }

    private static int[] head(PrunedCircuit circuit, Hook hook, int head) {
        return Arrays.stream(circuit.units(hook))
                .filter(unit -> unit / 3 == head)
                .map(unit -> unit % 3)
                .toArray();
    }

    private static long between(Tensor matrix, int[] from, int[] to) {
        float[][] weights = matrix.toMatrix();
        return Arrays.stream(from)
                .mapToLong(
                        i -> Arrays.stream(to).filter(j -> weights[i][j] != 0).count())
                .sum();
    }

    @Test
    void aHandWiredCircuitIsFoundAndTheIdleHeadsAreNot() {
        Wired wired = HandWired.miniatureIoi();
        Transformer model = wired.model();
        List<String> names = HandWired.ioiNames();
        List<String> prompts = new ArrayList<>();
        long[] answers = new long[6];
        long[] foils = new long[6];
        for (int i = 0; i < 6; i++) {
            String a = names.get(i % names.size());
            String b = names.get((i + 1) % names.size());
            boolean swapped = i % 2 == 1;
            prompts.add("When " + (swapped ? b + " and " + a : a + " and " + b) + " went to the store , " + b
                    + " gave a drink to");
            answers[i] = model.tokenizer().id(a);
            foils[i] = model.tokenizer().id(b);
        }
        CircuitPruning pruning = CircuitPruning.of(
                model, model.tokenizer().tokens(prompts.toArray(String[]::new)), CircuitPruning.choice(answers, foils));
        PrunedCircuit circuit = pruning.under(0.15);
        assertThat(circuit.loss()).isLessThanOrEqualTo(0.15);
        assertThat(pruning.emptyLoss()).isGreaterThan(0.3);
        wired.idle()
                .forEach(part -> assertThat(heads(circuit, part.layer(), model)).doesNotContain(part.index()));
        Wired.Part inhibition = wired.working().stream()
                .filter(part -> part.role().toLowerCase(java.util.Locale.ROOT).contains("inhibition"))
                .min(Comparator.comparing(Wired.Part::label))
                .orElseThrow();
        assertThat(heads(circuit, inhibition.layer(), model)).contains(inhibition.index());
        assertThat(circuit.nodes()).isLessThan(pruning.randomUnder(0.15, 1).nodes() / 2);
    }

    /** The heads whose values are in the circuit. */
    private static List<Integer> heads(PrunedCircuit circuit, int layer, Transformer model) {
        return Arrays.stream(circuit.units(Hook.v(layer)))
                .mapToObj(unit -> unit / model.config().dHead())
                .distinct()
                .toList();
    }

    @Test
    void aTargetBelowTheWholeModelsLossIsRefused() {
        assertThatThrownBy(() -> pruning().under(1e-9))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("ask for a target above the whole model's");
    }
}
