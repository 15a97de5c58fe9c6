package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelConfig;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

/** What the parts of a model write into the stream. */
record EdgeWriting(Transformer model) {
    /** Where writers' values flow, in their order: heads before they are projected. */
    List<Hook> hooks() {
        ModelConfig config = model.config();
        List<Hook> hooks = new ArrayList<>(List.of(Hook.residPre(0)));
        boolean whole = Nodes.attentionIsOneWriter(config);
        for (int l = 0; l < config.nLayers(); l++) {
            hooks.add(whole ? Hook.attnOut(l) : Hook.z(l));
            if (config.dMlp() > 0) {
                hooks.add(Hook.mlpOut(l));
            }
        }
        return hooks;
    }

    /** By how much what each part of each hook writes differs between the runs [writer, batch · pos · d_model]. */
    List<Tensor> difference(List<Hook> hooks, Run base, Run source) {
        List<Tensor> parts = new ArrayList<>();
        for (Hook hook : hooks) {
            Tensor difference = source.get(hook).sub(base.get(hook));
            parts.add(hook.point() == HookPoint.Z ? results(hook.layer(), difference) : difference.reshape(1, -1));
        }
        return parts;
    }

    private Tensor results(int layer, Tensor z) {
        ModelConfig config = model.config();
        Tensor matrices = model.weights()
                .get("blocks." + layer + ".attn.W_O")
                .reshape(config.nHeads(), config.dHead(), config.dModel());
        return Tensor.einsum("bphd,hdm->hbpm", z, matrices).reshape(config.nHeads(), -1);
    }
}
