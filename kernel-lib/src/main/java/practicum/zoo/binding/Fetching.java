package practicum.zoo.binding;

import java.util.List;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.world.binding.MarkedText;

/** What a model answers when the stream at some tokens is changed. */
record Fetching(Transformer model) {
    /** The likeliest next word. */
    String answer(MarkedText text, Intervention... changes) {
        try (Scope scope = Scope.open()) {
            Run run = model.run(text.text(), Recording.none(), changes);
            return model.label(run.logits().get(0, -1).argMax(-1).toLongArray()[0]);
        }
    }

    /** The likeliest next word when the stream in front of a layer is another text's at some tokens. */
    String answerWith(MarkedText text, MarkedText source, int layer, List<Integer> tokens) {
        try (Scope scope = Scope.open()) {
            Hook stream = Hook.residPre(layer);
            Run from = model.run(source.text(), Recording.of(stream));
            int[] at = tokens.stream().mapToInt(Integer::intValue).toArray();
            return answer(text, stream.at(at).patchFrom(from).ifDifferent());
        }
    }
}
