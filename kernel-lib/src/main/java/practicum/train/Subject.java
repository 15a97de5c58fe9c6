package practicum.train;

import practicum.model.Transformer;
import practicum.world.LanguageWorld;

/**
 * What phenomena are measured on.
 *
 * @param model the trained model
 * @param untrained the same shape with its weights before training: a control
 * @param world the truth
 */
public record Subject(Transformer model, Transformer untrained, LanguageWorld world) {}
