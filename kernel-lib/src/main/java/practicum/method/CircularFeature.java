package practicum.method;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * A circle on which vectors lie: a plane, and a centre in it. Things that come round again, such as weekdays or numbers
 * modulo p, may stand on one, and turning a vector about the centre makes one thing into another. One direction alone
 * cannot say which of them it is.
 *
 * <p>Source: Engels et al. 2024, "Not all language model features are one-dimensionally linear", arXiv 2405.14860.
 */
public final class CircularFeature {
    private final Tensor centre;
    private final Tensor plane;

    private CircularFeature(Tensor centre, Tensor plane) {
        this.centre = centre;
        this.plane = plane;
    }

    /**
     * The plane in which vectors vary most: their first two principal components, through their mean.
     *
     * @param vectors [n, d], at least three, in at least two dimensions
     */
    public static CircularFeature of(Tensor vectors) {
        requireVectors(vectors);
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor centre = vectors.mean(0);
            Tensor directions = Linalg.svd(vectors.sub(centre)).vt().narrow(0, 0, 2);
            return new CircularFeature(scope.keep(centre), scope.keep(directions.copy()));
        }
    }

    /**
     * The plane in which vectors go round by known angles: that of c + u cos θ + v sin θ, which comes nearest to them. It
     * is turned so that the first axis is u's.
     *
     * @param vectors [n, d], at least three
     * @param angles of the vectors, in radians
     * @throws ModelException if the angles are too few or too alike to tell a plane, or the vectors do not go round by them
     */
    public static CircularFeature of(Tensor vectors, double[] angles) {
        requireVectors(vectors);
        if (angles.length != vectors.size(0)) {
            throw new ModelException(
                    "Every vector needs an angle, but there are " + angles.length + " angles and " + vectors + ".");
        }
        double[][] waves = new double[angles.length][];
        for (int i = 0; i < angles.length; i++) {
            waves[i] = new double[] {1, Math.cos(angles[i]), Math.sin(angles[i])};
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor x = Tensor.of(waves);
            requireSpread(x);
            Tensor fitted = Linalg.leastSquares(x, vectors); // [3, d]
            Tensor turns = fitted.narrow(0, 1, 3);
            requireTurn(turns, vectors);
            return new CircularFeature(scope.keep(fitted.get(0).copy()), scope.keep(orthonormal(turns)));
        }
    }

    private static void requireVectors(Tensor vectors) {
        if (vectors.rank() != 2 || vectors.size(0) < 3 || vectors.size(1) < 2) {
            throw new ModelException(
                    "A circle is sought among at least three vectors [n, d] of at least two numbers; got " + vectors
                            + ".");
        }
    }

    private static void requireSpread(Tensor waves) {
        float[] s = Linalg.svd(waves).s().toFloatArray();
        if (!(s[2] > 1e-3 * s[0])) {
            throw new ModelException("The angles tell no plane: give at least three different ones.");
        }
    }

    private static void requireTurn(Tensor turns, Tensor vectors) {
        double size = vectors.norm().item() / Math.sqrt(vectors.size(0));
        float[] s = Linalg.svd(turns).s().toFloatArray();
        if (!(s[1] > 1e-6 * size)) {
            throw new ModelException(
                    "The vectors do not go round by these angles: they vary along one line or not at all.");
        }
    }

    /** Gram and Schmidt's: the first row keeps its direction. */
    private static Tensor orthonormal(Tensor rows) {
        Tensor first = rows.get(0).div(rows.get(0).norm());
        Tensor rest = rows.get(1).sub(first.mul(rows.get(1).mul(first).sum()));
        return Tensor.stack(0, List.of(first, rest.div(rest.norm())));
    }

    /** The centre [d]. */
    public Tensor centre() {
        return centre;
    }

    /** Two orthonormal directions [2, d]. */
    public Tensor plane() {
        return plane;
    }

    /** Where vectors [.., d] stand in the plane, seen from the centre [.., 2]. */
    public Tensor coordinates(Tensor vectors) {
        return vectors.sub(centre).matMul(plane.t());
    }

    /** The angles of vectors [n, d], in radians from −π to π. */
    public double[] angles(Tensor vectors) {
        try (Scope scope = Scope.open()) {
            float[][] at = coordinates(vectors).toMatrix();
            return IntStream.range(0, at.length)
                    .mapToDouble(i -> Math.atan2(at[i][1], at[i][0]))
                    .toArray();
        }
    }

    /** Vectors [.., d] turned about the centre; what they have outside the plane stays. */
    public Tensor rotated(Tensor vectors, double radians) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        Tensor turn = Tensor.of(new double[][] {{cos - 1, sin}, {-sin, cos - 1}}); // minus the identity
        return vectors.add(coordinates(vectors).matMul(turn).matMul(plane));
    }

    /** The share of the vectors' variance [n, d] that lies in the plane, from 0 to 1. */
    public double share(Tensor vectors) {
        try (Scope scope = Scope.open()) {
            Tensor centred = vectors.sub(vectors.mean(0));
            Tensor inside = centred.matMul(plane.t());
            return inside.mul(inside).sum().item() / centred.mul(centred).sum().item();
        }
    }

    /**
     * How nearly the vectors [n, d] stand equally far from the centre: 1 − variance(radius) / mean(radius²). It is 1 on a
     * circle about the centre; a normal cloud has π / 4.
     */
    public double roundness(Tensor vectors) {
        try (Scope scope = Scope.open()) {
            Tensor radii = coordinates(vectors).norm(-1);
            return 1 - radii.variance(0).item() / radii.mul(radii).mean().item();
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "CircularFeature[d=%d]", plane.size(1));
    }
}
