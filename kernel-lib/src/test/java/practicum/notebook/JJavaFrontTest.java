package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import practicum.plot.Plot;

/** The library in a kernel that is built of JJava's own classes. */
class JJavaFrontTest {
    private static final MIMEType HTML = MIMEType.parse("text/html");

    private final Notebook kernel = new Notebook();

    @BeforeEach
    void startKernel() {
        kernel.onStartup();
    }

    @AfterEach
    void stopKernel() {
        kernel.onShutdown(false);
    }

    @Test
    void aFigureIsAPictureThere() {
        JJavaFront.find().orElseThrow();
        DisplayData shown = kernel.getRenderer().render(Plot.attention(new float[][] {{1}}, List.of("a")));
        assertThat(shown.getData(HTML)).asString().contains("<img");
        assertThat(shown.getData(MIMEType.TEXT_PLAIN)).asString().contains("a");
        assertThat(kernel.getRenderer().render(new int[] {1, 2}).getData(MIMEType.TEXT_PLAIN))
                .isEqualTo("int[2] [1, 2]");
    }

    @Test
    void whatACellShowsGoesToThatKernelWithItsIdAndData() {
        Front front = JJavaFront.find().orElseThrow();
        var data = new io.github.spencerpark.jupyter.kernel.display.DisplayData("words");
        data.setDisplayId("7");
        data.putData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.IMAGE_PNG, "…", Map.of("width", 3));
        front.display(data);
        assertThat(kernel.displayed).singleElement().satisfies(shown -> {
            assertThat(shown.getDisplayId()).isEqualTo("7");
            assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo("words");
            assertThat(shown.getData(MIMEType.parse("image/png"))).isEqualTo("…");
        });
    }

    @Test
    void withoutAKernelStartingSaysSo() {
        kernel.onShutdown(false);
        assertThat(JJavaFront.find()).isEmpty();
        assertThatThrownBy(Practicum::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No IJava or JJava kernel");
    }

    /** A kernel that keeps what it is asked to display. */
    private static final class Notebook extends BaseKernel {
        private final List<DisplayData> displayed = new ArrayList<>();

        Notebook() {
            super(
                    "test",
                    "1",
                    new LanguageInfo("java", "17", "text/x-java", ".java", "java", "java", "java"),
                    List.of(),
                    null,
                    new JupyterIO(StandardCharsets.UTF_8),
                    new CommManager(),
                    new Renderer(),
                    null,
                    null,
                    false,
                    new StringStyler.Builder().build());
        }

        @Override
        public void display(DisplayData data) {
            displayed.add(data);
        }

        @Override
        public Object evalRaw(String source) {
            return source;
        }

        @Override
        public DisplayData inspect(String code, int at, boolean extraDetail) {
            return DisplayData.EMPTY;
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            return new ReplacementOptions(List.of(), at, at);
        }

        @Override
        public String isComplete(String code) {
            return IS_COMPLETE_YES;
        }
    }
}
