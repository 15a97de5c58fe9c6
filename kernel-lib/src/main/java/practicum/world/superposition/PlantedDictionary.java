package practicum.world.superposition;

import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Directions in which features are written, more of them than there are dimensions if one likes; so not orthogonal. A
 * dictionary learner that is given only the {@link #points} should find them again: {@link DirectionMatch} tells.
 */
public final class PlantedDictionary {
    private final Tensor directions;

    private PlantedDictionary(Tensor directions) {
        this.directions = directions;
    }

    /** Random directions of length 1, even over the sphere. */
    public static PlantedDictionary random(int features, int dimensions, long seed) {
        if (features < 1 || dimensions < 1) {
            throw new IllegalArgumentException("A dictionary has at least one feature and one dimension; got "
                    + features + " and " + dimensions + ".");
        }
        return of(Tensor.randn(seed, features, dimensions));
    }

    /**
     * Given directions; each is scaled to length 1.
     *
     * @param directions [feature, dimension]
     */
    public static PlantedDictionary of(Tensor directions) {
        return new PlantedDictionary(
                Directions.normalized("A dictionary", directions).named("feature", "dimension"));
    }

    /** The directions [feature, dimension], of length 1. */
    public Tensor directions() {
        return directions;
    }

    /** How many features there are. */
    public int features() {
        return directions.size(0);
    }

    /** How many dimensions they share. */
    public int dimensions() {
        return directions.size(1);
    }

    /** The largest absolute cosine between two directions; 0 if all are orthogonal, or there is only one. */
    public double coherence() {
        try (Scope scope = Scope.open()) {
            float[][] cosines = directions.matMul(directions.t()).toMatrix();
            double largest = 0;
            for (int i = 0; i < cosines.length; i++) {
                for (int j = 0; j < i; j++) {
                    largest = Math.max(largest, Math.abs(cosines[i][j]));
                }
            }
            return largest;
        }
    }

    /**
     * Draws features and writes them: codes · dictionary + noise.
     *
     * @param noise the standard deviation of the normal noise in each dimension, at least 0
     */
    public PlantedPoints points(SparseFeatures features, int count, double noise, long seed) {
        requireFit(features, noise);
        Tensor codes = features.sample(count, seed);
        try (Scope scope = Scope.open()) {
            Tensor clean = codes.matMul(directions);
            Tensor noisy = noise == 0
                    ? clean
                    : clean.add(Tensor.randn(~seed, count, dimensions()).mul(noise));
            return new PlantedPoints(codes, scope.keep(noisy.named("sample", "dimension")));
        }
    }

    /** The expected outer product of a point with itself [dimension, dimension], in closed form. */
    public Tensor secondMoments(SparseFeatures features, double noise) {
        requireFit(features, noise);
        try (Scope scope = Scope.open()) {
            Tensor planted = directions.t().matMul(features.secondMoments()).matMul(directions);
            return scope.keep(planted.add(Tensor.eye(dimensions()).mul(noise * noise)));
        }
    }

    private void requireFit(SparseFeatures features, double noise) {
        if (features.size() != features() || !(noise >= 0)) {
            throw new IllegalArgumentException("This dictionary has " + features() + " directions, so it takes as many"
                    + " features and noise of at least 0; got " + features.size() + " features and noise " + noise
                    + ".");
        }
    }

    @Override
    public String toString() {
        return "PlantedDictionary[features=" + features() + ", dimensions=" + dimensions() + "]";
    }
}
