package practicum.hook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place in the forward pass where a value can be read or changed, under TransformerLens's name.
 *
 * <p>Typed factories make one ({@code Hook.residPost(3)}), {@link #parse} reads a name, and the verbs of
 * {@link Target} turn it into an {@link Intervention}.
 *
 * @param point the kind of place
 * @param layer the block, layer or convolution, from 0; −1 outside them
 */
public record Hook(HookPoint point, int layer) implements Target {
    private static final Pattern IN_BLOCK = Pattern.compile("(blocks|convs|layers)\\.(\\d+)\\.(.+)");

    public Hook {
        if (point.inBlocks() != layer >= 0) {
            throw new HookException(
                    point + (point.inBlocks() ? " needs a layer from 0" : " has no layer") + ", got " + layer + ".");
        }
    }

    /** Token embeddings [batch, pos, d_model]. */
    public static Hook embed() {
        return new Hook(HookPoint.EMBED, -1);
    }

    /** Positional embeddings [batch, pos, d_model]. */
    public static Hook posEmbed() {
        return new Hook(HookPoint.POS_EMBED, -1);
    }

    /** What the kind of sentence (first, second) adds to the embedding, in BERT [batch, pos, d_model]. */
    public static Hook tokenTypeEmbed() {
        return new Hook(HookPoint.TOKEN_TYPE_EMBED, -1);
    }

    /** The sum of all embeddings, normalised, in BERT [batch, pos, d_model]. */
    public static Hook fullEmbed() {
        return new Hook(HookPoint.FULL_EMBED, -1);
    }

    /** The residual stream before a block [batch, pos, d_model]. */
    public static Hook residPre(int layer) {
        return new Hook(HookPoint.RESID_PRE, layer);
    }

    /** The residual stream between a block's attention and its MLP [batch, pos, d_model]. */
    public static Hook residMid(int layer) {
        return new Hook(HookPoint.RESID_MID, layer);
    }

    /** The residual stream after a block [batch, pos, d_model]. */
    public static Hook residPost(int layer) {
        return new Hook(HookPoint.RESID_POST, layer);
    }

    /**
     * The stream that each head reads, before its normalisation [batch, pos, head, d_model]; only computed when asked for.
     * Not where several heads share their keys and values.
     */
    public static Hook attnIn(int layer) {
        return new Hook(HookPoint.ATTN_IN, layer);
    }

    /** The stream that each head's queries read, before its normalisation [batch, pos, head, d_model]; on request. */
    public static Hook qInput(int layer) {
        return new Hook(HookPoint.Q_INPUT, layer);
    }

    /** The stream that each key head reads, before its normalisation [batch, pos, kv_head, d_model]; on request. */
    public static Hook kInput(int layer) {
        return new Hook(HookPoint.K_INPUT, layer);
    }

    /** The stream that each value head reads, before its normalisation [batch, pos, kv_head, d_model]; on request. */
    public static Hook vInput(int layer) {
        return new Hook(HookPoint.V_INPUT, layer);
    }

    /** The stream that the MLP reads, before its normalisation [batch, pos, d_model]; on request. */
    public static Hook mlpIn(int layer) {
        return new Hook(HookPoint.MLP_IN, layer);
    }

    /** What the normalisation before attention divides by [batch, pos, 1]. */
    public static Hook ln1Scale(int layer) {
        return new Hook(HookPoint.LN1_SCALE, layer);
    }

    /** What attention reads: the normalised, scaled and shifted stream [batch, pos, d_model]. */
    public static Hook ln1Normalized(int layer) {
        return new Hook(HookPoint.LN1_NORMALIZED, layer);
    }

    /** Queries [batch, pos, head, d_head]. */
    public static Hook q(int layer) {
        return new Hook(HookPoint.Q, layer);
    }

    /** Keys [batch, pos, kv_head, d_head]: fewer heads than queries have where several share a key. */
    public static Hook k(int layer) {
        return new Hook(HookPoint.K, layer);
    }

    /** Values [batch, pos, kv_head, d_head]. */
    public static Hook v(int layer) {
        return new Hook(HookPoint.V, layer);
    }

    /** Queries turned by their position, in models with rotary positions [batch, pos, head, d_head]. */
    public static Hook rotQ(int layer) {
        return new Hook(HookPoint.ROT_Q, layer);
    }

    /** Keys turned by their position, in models with rotary positions [batch, pos, kv_head, d_head]. */
    public static Hook rotK(int layer) {
        return new Hook(HookPoint.ROT_K, layer);
    }

    /** Attention scores, scaled and masked (masked ones are −1e30) [batch, head, query_pos, key_pos]. */
    public static Hook attnScores(int layer) {
        return new Hook(HookPoint.ATTN_SCORES, layer);
    }

    /** Attention patterns: each row sums to 1 [batch, head, query_pos, key_pos]. */
    public static Hook pattern(int layer) {
        return new Hook(HookPoint.PATTERN, layer);
    }

    /** Values mixed by attention, before the output matrix [batch, pos, head, d_head]. */
    public static Hook z(int layer) {
        return new Hook(HookPoint.Z, layer);
    }

    /** What each head adds to the stream [batch, pos, head, d_model]; computed only when asked for. */
    public static Hook result(int layer) {
        return new Hook(HookPoint.RESULT, layer);
    }

    /** What the normalisation after attention divides by, in Gemma 2, 3 and OLMo 2 [batch, pos, 1]. */
    public static Hook ln1PostScale(int layer) {
        return new Hook(HookPoint.LN1_POST_SCALE, layer);
    }

    /** What the normalisation after attention makes, in Gemma 2, 3 and OLMo 2 [batch, pos, d_model]. */
    public static Hook ln1PostNormalized(int layer) {
        return new Hook(HookPoint.LN1_POST_NORMALIZED, layer);
    }

    /** What attention adds to the stream, all heads and the bias [batch, pos, d_model]. */
    public static Hook attnOut(int layer) {
        return new Hook(HookPoint.ATTN_OUT, layer);
    }

    /** What the normalisation before the MLP divides by [batch, pos, 1]. */
    public static Hook ln2Scale(int layer) {
        return new Hook(HookPoint.LN2_SCALE, layer);
    }

    /** What the MLP reads [batch, pos, d_model]. */
    public static Hook ln2Normalized(int layer) {
        return new Hook(HookPoint.LN2_NORMALIZED, layer);
    }

    /** Neurons before their activation function [batch, pos, d_mlp]. */
    public static Hook mlpPre(int layer) {
        return new Hook(HookPoint.MLP_PRE, layer);
    }

    /** What a gated MLP's neurons are multiplied by [batch, pos, d_mlp]. */
    public static Hook mlpPreLinear(int layer) {
        return new Hook(HookPoint.MLP_PRE_LINEAR, layer);
    }

    /** Neurons after their activation function (and their gate) [batch, pos, d_mlp]. */
    public static Hook mlpPost(int layer) {
        return new Hook(HookPoint.MLP_POST, layer);
    }

    /** What the normalisation after the MLP divides by, in Gemma 2, 3 and OLMo 2 [batch, pos, 1]. */
    public static Hook ln2PostScale(int layer) {
        return new Hook(HookPoint.LN2_POST_SCALE, layer);
    }

    /** What the normalisation after the MLP makes, in Gemma 2, 3 and OLMo 2 [batch, pos, d_model]. */
    public static Hook ln2PostNormalized(int layer) {
        return new Hook(HookPoint.LN2_POST_NORMALIZED, layer);
    }

    /** What the MLP adds to the stream [batch, pos, d_model]. */
    public static Hook mlpOut(int layer) {
        return new Hook(HookPoint.MLP_OUT, layer);
    }

    /** The stream after a block that normalises it once more, as BERT's do [batch, pos, d_model]. */
    public static Hook normalizedResidPost(int layer) {
        return new Hook(HookPoint.NORMALIZED_RESID_POST, layer);
    }

    /** What the final normalisation divides by [batch, pos, 1]. */
    public static Hook lnFinalScale() {
        return new Hook(HookPoint.LN_FINAL_SCALE, -1);
    }

    /** What the unembedding reads [batch, pos, d_model]. */
    public static Hook lnFinalNormalized() {
        return new Hook(HookPoint.LN_FINAL_NORMALIZED, -1);
    }

    /** What a dense net reads [batch, unit]. */
    public static Hook input() {
        return new Hook(HookPoint.INPUT, -1);
    }

    /** The picture that a convolutional net reads [batch, channel, y, x]. */
    public static Hook image() {
        return new Hook(HookPoint.IMAGE, -1);
    }

    /** A convolution's channels before their normalisation and activation function [batch, channel, y, x]. */
    public static Hook convPre(int conv) {
        return new Hook(HookPoint.CONV_PRE, conv);
    }

    /** A convolution's channels normalised, in nets that do [batch, channel, y, x]. */
    public static Hook convNormalized(int conv) {
        return new Hook(HookPoint.CONV_NORMALIZED, conv);
    }

    /** A convolution's channels after their activation function [batch, channel, y, x]. */
    public static Hook convPost(int conv) {
        return new Hook(HookPoint.CONV_POST, conv);
    }

    /** A convolution's channels after pooling, where it pools [batch, channel, y, x]. */
    public static Hook convPool(int conv) {
        return new Hook(HookPoint.CONV_POOL, conv);
    }

    /** What a convolutional net's dense layers read: all channels in a row, or the mean of each [batch, unit]. */
    public static Hook flat() {
        return new Hook(HookPoint.FLAT, -1);
    }

    /** A net's hidden units before their normalisation and activation function [batch, unit]. */
    public static Hook layerPre(int layer) {
        return new Hook(HookPoint.LAYER_PRE, layer);
    }

    /** A net's hidden units normalised, in nets that do [batch, unit]. */
    public static Hook layerNormalized(int layer) {
        return new Hook(HookPoint.LAYER_NORMALIZED, layer);
    }

    /** A net's hidden units after their activation function [batch, unit]. */
    public static Hook layerPost(int layer) {
        return new Hook(HookPoint.LAYER_POST, layer);
    }

    /** Every hook that any transformer of this many layers may have, in the order of the forward pass. */
    public static List<Hook> all(int layers) {
        List<Hook> before = new ArrayList<>();
        List<Hook> after = new ArrayList<>();
        List<HookPoint> inBlocks = new ArrayList<>();
        for (HookPoint point : HookPoint.values()) {
            if (point.inBlocks() && !point.inNets()) {
                inBlocks.add(point);
            } else if (!point.inNets()) {
                (inBlocks.isEmpty() ? before : after).add(new Hook(point, -1));
            }
        }
        for (int l = 0; l < layers; l++) {
            for (HookPoint point : inBlocks) {
                before.add(new Hook(point, l));
            }
        }
        before.addAll(after);
        return List.copyOf(before);
    }

    /**
     * Reads a name such as {@code blocks.3.attn.hook_z}.
     *
     * @throws HookException if there is none of that name; the message gives the nearest
     */
    public static Hook parse(String name) {
        if (name == null) {
            throw new HookException("Give a hook's name, such as \"blocks.0.attn.hook_z\"; got null.");
        }
        Matcher block = IN_BLOCK.matcher(name);
        int layer = block.matches() ? layer(block.group(2)) : -1;
        String template = layer >= 0 ? block.group(1) + ".%d." + block.group(3) : name;
        for (HookPoint point : HookPoint.values()) {
            if (point.template().equals(template)) {
                return new Hook(point, layer);
            }
        }
        String nearest = Arrays.stream(HookPoint.values())
                .map(HookPoint::template)
                .min(Comparator.comparing((String t) -> !t.endsWith("_" + template))
                        .thenComparingInt(t -> difference(t, template)))
                .orElseThrow()
                .replace("%d", String.valueOf(Math.max(layer, 0)));
        throw new HookException("There is no hook \"" + name + "\". The nearest is \"" + nearest + "\".");
    }

    private static int layer(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new HookException("No model has a layer " + digits + ".");
        }
    }

    /** Counts the letter pairs that only one of two names has. */
    private static int difference(String a, String b) {
        return unshared(a, b) + unshared(b, a);
    }

    private static int unshared(String a, String b) {
        int count = 0;
        for (int i = 0; i + 2 <= a.length(); i++) {
            count += b.contains(a.substring(i, i + 2)) ? 0 : 1;
        }
        return count;
    }

    /** TransformerLens's name. */
    public String name() {
        return point.template().replace("%d", String.valueOf(layer));
    }

    @Override
    public Site site() {
        return Site.everywhere(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
