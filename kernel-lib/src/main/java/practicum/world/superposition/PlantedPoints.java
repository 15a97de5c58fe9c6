package practicum.world.superposition;

import practicum.tensor.Tensor;

/**
 * Points that are sums of planted directions, with the truth about them.
 *
 * @param codes how much of each feature is in each point [sample, feature]
 * @param points what a model sees [sample, dimension]
 */
public record PlantedPoints(Tensor codes, Tensor points) {}
