package practicum.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.model.Activation;
import practicum.tensor.Tensor;

class NetsTest {
    private static final NetConfig CONFIG = NetConfig.conv(
                    "shapes", 1, 6, 6, 3, ConvConfig.of(2, 3).pool(Pool.max(2)))
            .hidden(5)
            .activation(Activation.SILU)
            .normalize();

    @TempDir
    Path folder;

    @Test
    void aSavedNetIsLoadedExactly() {
        Net net = Net.initial(CONFIG, 1);
        Nets.save(net, folder);
        Net loaded = Nets.load(folder);
        assertThat(loaded.config()).isEqualTo(CONFIG);
        Tensor pictures = Tensor.randn(2, 3, 1, 6, 6);
        assertThat(loaded.run(pictures).logits().toFloatArray())
                .isEqualTo(net.run(pictures).logits().toFloatArray());
    }

    @Test
    void aConfigurationThatIsNotUnderstoodIsRefused() throws Exception {
        Nets.save(Net.initial(CONFIG, 1), folder);
        String text = Files.readString(folder.resolve("config.json"));
        refused(text.replace("practicum_net", "gpt2"), "has the model_type \"gpt2\"");
        refused(text.replace("\"SILU\"", "\"SWISH\""), "says \"SWISH\", but known are [GELU,");
        refused(text.replace("\"outputs\": 3", "\"outputs\": 3, \"dropout\": 0.1"), "must have the keys");
        refused(text.replace("\"kernel\"", "\"size_of_kernel\""), "convs must have the keys");
        refused(text.replace("\"outputs\": 3", "\"outputs\": \"three\""), "a value of another kind than expected");
        refused(text.replace("\"outputs\": 3", "\"outputs\": 4"), "output.W of \"shapes\" must have the shape [5, 4]");
        refused("[]", "is not a JSON object");
        Files.delete(folder.resolve("config.json"));
        assertThatThrownBy(() -> Nets.load(folder)).hasMessageContaining("A net's folder holds config.json");
    }

    private void refused(String config, String message) throws Exception {
        Files.writeString(folder.resolve("config.json"), config);
        assertThatThrownBy(() -> Nets.load(folder))
                .isInstanceOf(NetException.class)
                .hasMessageContaining(message);
    }
}
