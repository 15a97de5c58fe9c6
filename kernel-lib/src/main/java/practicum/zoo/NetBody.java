package practicum.zoo;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import practicum.load.SafetensorsWriter;
import practicum.load.SafetensorsWriter.Precision;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.net.Nets;
import practicum.tensor.Tensor;

/**
 * A dense or convolutional net.
 *
 * @param config its shape
 * @param precision of its weights
 */
public record NetBody(NetConfig config, Precision precision) implements Body<Net> {
    @Override
    public Map<String, Tensor> initial(long seed) {
        return Net.initial(config, seed).parameters();
    }

    @Override
    public Net model(Map<String, Tensor> parameters) {
        return new Net(config, parameters);
    }

    @Override
    public JsonObject json() {
        return Nets.json(config);
    }

    @Override
    public void write(Path folder) {
        Nets.save(config, folder);
    }

    @Override
    public void writeWeights(Net net, Path file) {
        SafetensorsWriter.write(file, net.parameters(), precision);
    }

    @Override
    public Net load(Path folder) {
        return Nets.load(folder);
    }

    @Override
    public Net load(Path folder, int step) {
        return Nets.load(folder, step);
    }

    @Override
    public String says() {
        return String.format(
                Locale.ROOT,
                "Inputs %s, %d convolutions, hidden layers %s, %d outputs, %s. Weights in %s.",
                config.input(),
                config.convs().size(),
                config.hidden(),
                config.outputs(),
                config.activation().name().toLowerCase(Locale.ROOT),
                precision.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String example(String name) {
        return "var net = Nets.load(\"" + name + "\");";
    }
}
