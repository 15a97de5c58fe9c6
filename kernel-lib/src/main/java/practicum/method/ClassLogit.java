package practicum.method;

import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.net.Net;
import practicum.tensor.Tensor;

/** For each picture the logit of a class of its own: what a heat map explains. */
record ClassLogit(Tensor weights) {
    /**
     * The logits of some classes; where a net has one output, of "yes", class 1, and of "no", class 0, which is its
     * negative.
     *
     * @throws ModelException if there is not one class for each picture, or the net does not tell it from the others
     */
    static ClassLogit of(Net net, Tensor pictures, long... classes) {
        if (net.config().input().size() != 3) {
            throw new ModelException("A heat map needs a net that reads pictures [channels, height, width], but \""
                    + net.config().name() + "\" reads " + net.config().input() + ".");
        }
        if (pictures.rank() == 4 && classes.length != pictures.size(0)) {
            throw new ModelException("Name a class for each of " + pictures.size(0) + " pictures; got " + classes.length
                    + ". For the one that the net names take net.run(pictures).predictions().");
        }
        int outputs = net.config().outputs();
        float[] weights = new float[classes.length * outputs];
        for (int i = 0; i < classes.length; i++) {
            int column = Math.toIntExact(requireClass(net, classes[i]));
            weights[outputs == 1 ? i : i * outputs + column] = outputs == 1 && column == 0 ? -1 : 1;
        }
        return new ClassLogit(Tensor.of(weights, classes.length, outputs));
    }

    private static long requireClass(Net net, long number) {
        int most = Math.max(2, net.config().outputs()) - 1;
        if (number < 0 || number > most) {
            throw new ModelException(
                    "There is no class " + number + ": \"" + net.config().name() + "\" tells apart 0 to " + most + ".");
        }
        return number;
    }

    /** As a metric of the net's outputs. */
    Metric metric() {
        return Metric.last(
                "logit of the picture's class", logits -> logits.mul(weights).sum(-1));
    }
}
