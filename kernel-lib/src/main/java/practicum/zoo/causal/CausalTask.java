package practicum.zoo.causal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import practicum.method.Interchanges;
import practicum.net.Examples;
import practicum.net.NetConfig;
import practicum.tensor.Tensor;
import practicum.train.NetObjective;
import practicum.world.Split;
import practicum.world.causal.CausalModel;
import practicum.world.causal.InterchangeExample;
import practicum.world.causal.Setting;
import practicum.zoo.Lesson;

/**
 * A task whose causal models are known, as a net meets it.
 *
 * @param model the causal model whose answers the net learns
 * @param encoding what the net sees of inputs
 * @param inputs draws inputs: so many, of a split
 * @param interchanges draws pairs of inputs for a variable of a causal model
 */
record CausalTask(
        CausalModel model,
        Function<List<Setting>, Tensor> encoding,
        BiFunction<Split, Integer, List<Setting>> inputs,
        Draw interchanges) {
    /** How pairs are drawn. */
    interface Draw {
        List<InterchangeExample> of(CausalModel model, String variable, Split split, int count);
    }

    /** What a net of a shape learns from: so many inputs. */
    Lesson lesson(Map<String, Object> data, NetConfig config, int count) {
        Map<String, Object> all = new LinkedHashMap<>(data);
        all.put("inputs", count);
        return new Lesson(all, "example", 1, recipe -> NetObjective.of(config, examples(Split.TRAIN, count), recipe));
    }

    /** Inputs with their answers. */
    Examples examples(Split split, int count) {
        List<Setting> drawn = inputs.apply(split, count);
        long[] answers = drawn.stream().mapToLong(model::answer).toArray();
        return Examples.of(encoding.apply(drawn), answers);
    }

    /** Pairs for each variable of a causal model. */
    List<Interchanges> pairs(CausalModel of, Split split, int count) {
        return of.intermediates().stream()
                .map(variable -> Interchanges.of(interchanges.of(of, variable, split, count), encoding))
                .toList();
    }
}
