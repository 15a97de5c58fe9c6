package practicum.zoo;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What phenomena are measured on.
 *
 * @param <M> a transformer or a net
 * @param model the trained model
 * @param untrained the same shape with its weights before training: a control
 * @param snapshots the steps of the training that were kept
 * @param at the model as it was at one of them
 */
public record Subject<M>(M model, M untrained, List<Integer> snapshots, IntFunction<M> at) {}
