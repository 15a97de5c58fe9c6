package practicum.wired;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Transformers whose weights are set by hand: what each head and neuron does is known because it was put there. A method
 * that does not find it here is wrong, and so is one that finds it in {@link #inductionControl}.
 *
 * <p>The residual stream is divided into subspaces with one dimension for each thing that there is to say:
 *
 * <pre>
 * previous-token        | token | position | token before = logits                                     | unread |
 * induction, its control| token | position | token before | token to come = logits                     | unread |
 * IOI                   | token | position | is a name | was there before | name not to say | token to come = logits | unread |
 * entropy neuron        | token | word that a neuron says | doubt | null space |
 * </pre>
 *
 * <p>Heads score what they look for with 30, {@code <bos>} with 15 and all else with 0, so that attention is all or
 * nothing and a head that finds nothing rests on {@code <bos>}, which the tokenizers put in front. Attention-only models
 * have no final normalisation, and those before attention divide by the same number always: their streams are exact sums.
 * Idle heads stand beside the working ones.
 */
public final class HandWired {
    private HandWired() {}

    /** All of them, by the name of the method that makes each. */
    public static Map<String, Wired> all() {
        Map<String, Wired> all = new LinkedHashMap<>();
        all.put("previousToken", previousToken());
        all.put("induction", induction());
        all.put("inductionControl", inductionControl());
        all.put("entropyNeuron", entropyNeuron());
        all.put("miniatureIoi", miniatureIoi());
        all.put("selfRepairingIoi", selfRepairingIoi());
        return Collections.unmodifiableMap(all);
    }

    /** One layer of attention with a previous-token head: after "cat dog" it says "cat". */
    public static Wired previousToken() {
        return InductionWiring.previousToken();
    }

    /**
     * Two layers of attention that continue what they have seen: after "cat dog … cat" they say "dog". The previous-token
     * head writes into each position which word stands before it; the induction head's keys read that (Elhage et al. 2021,
     * "A Mathematical Framework for Transformer Circuits"; Olsson et al. 2022, arXiv 2209.11895).
     */
    public static Wired induction() {
        return InductionWiring.induction();
    }

    /** The same two heads in one layer, where the induction head cannot read what the other writes: it says nothing. */
    public static Wired inductionControl() {
        return InductionWiring.control();
    }

    /**
     * One layer with an entropy neuron: it writes where the unembedding reads nothing, so that all it does is lengthen the
     * stream, which the final normalisation then divides by. Logits shrink alike: their order stays, their entropy grows.
     * Without doubt a logit is what the unembedding says; with the neuron at a it is divided by √(1.01 + a²), and
     * after "maybe" a is about 2 (Gurnee et al. 2024, arXiv 2401.12181; Stolfo et al. 2024, arXiv 2406.16254).
     *
     * <p>Beside it is a word neuron, which writes into a logit and changes their order, and two idle ones.
     */
    public static Wired entropyNeuron() {
        return EntropyNeuronWiring.build();
    }

    /**
     * Three layers of attention that say the indirect object: "When Mary and John went to the store , John gave a drink to"
     * → "Mary", in both orders, for any two of {@link #ioiNames}. After Wang et al. 2022 (arXiv 2211.00593):
     *
     * <pre>
     * layer 0   duplicate-token head    at the second "John": this word was there before
     * layer 1   S-inhibition head       at "to": looks there, and writes "not John"
     * layer 2   two name movers         at "to": look at names but that one, and say them (logits 6 and 4)
     *           negative name mover     looks where they look, and says the opposite (logit −3)
     * </pre>
     *
     * <p>Wang et al.'s model also has previous-token and induction heads on another way to the same end; this has not.
     */
    public static Wired miniatureIoi() {
        return IoiWiring.miniature();
    }

    /**
     * The same with one name mover, and in a fourth layer a backup that does its work only if nobody has: take the name
     * mover away and the answer stays. Ablation alone would say that neither matters much.
     */
    public static Wired selfRepairingIoi() {
        return IoiWiring.selfRepairing();
    }

    /** The names that the IOI models know, each one token. */
    public static List<String> ioiNames() {
        return IoiWiring.NAMES;
    }
}
