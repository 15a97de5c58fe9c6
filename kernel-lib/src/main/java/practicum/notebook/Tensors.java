package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import practicum.tensor.Tensor;

/** Shows a tensor: its shape always, its values where they are few enough to be read. */
final class Tensors {
    private static final int SIDE = 16;
    private static final int VALUES = 64;

    private Tensors() {}

    static DisplayData display(Tensor tensor) {
        if (tensor.rank() == 0) {
            return new DisplayData(tensor + ": " + Decimals.of(tensor.item()).write(tensor.item()));
        }
        if (tensor.rank() == 2 && tensor.size(0) <= SIDE && tensor.size(1) <= SIDE && tensor.count() > 0) {
            return matrix(tensor).display();
        }
        return new DisplayData(
                tensor.rank() == 1 && tensor.count() <= VALUES ? tensor + "\n" + values(tensor) : tensor.toString());
    }

    private static String values(Tensor tensor) {
        double[] values = tensor.toDoubleArray();
        Decimals decimals = Decimals.of(values);
        return IntStream.range(0, values.length)
                .mapToObj(i -> decimals.write(values[i]))
                .toList()
                .toString();
    }

    private static Sheet matrix(Tensor tensor) {
        double[] values = tensor.toDoubleArray();
        Decimals decimals = Decimals.of(values);
        int columns = tensor.size(1);
        var header = new ArrayList<String>(List.of(""));
        IntStream.range(0, columns).forEach(i -> header.add(Integer.toString(i)));
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < tensor.size(0); row++) {
            var cells = new ArrayList<String>(List.of(Integer.toString(row)));
            for (int column = 0; column < columns; column++) {
                cells.add(decimals.write(values[row * columns + column]));
            }
            rows.add(cells);
        }
        return new Sheet(
                tensor.toString(),
                header,
                rows,
                header.stream().map(name -> true).toList(),
                "");
    }
}
