package practicum.world.superposition;

import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/** Rows of a matrix that stand for directions. */
final class Directions {
    private Directions() {}

    /** The rows, scaled to length 1. */
    static Tensor normalized(String owner, Tensor rows) {
        if (rows.rank() != 2 || rows.count() == 0) {
            throw new IllegalArgumentException(
                    owner + " has one direction in each row, [feature, dimension]; got " + rows + ".");
        }
        try (Scope scope = Scope.open()) {
            Tensor lengths = rows.norm(1);
            float[] each = lengths.toFloatArray();
            for (int i = 0; i < each.length; i++) {
                if (!(each[i] > 0) || Float.isInfinite(each[i])) {
                    throw new IllegalArgumentException(owner + "'s direction " + i + " has length " + each[i]
                            + ", so it points nowhere. Leave it out.");
                }
            }
            return scope.keep(rows.div(lengths.reshape(rows.size(0), 1)));
        }
    }
}
