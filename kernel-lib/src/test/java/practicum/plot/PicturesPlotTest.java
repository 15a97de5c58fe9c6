package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

class PicturesPlotTest {
    @Test
    void everyPixelIsASquareOfItsColour() throws IOException {
        Tensor picture = Tensor.of(new float[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0.5f}, 1, 3, 2, 2);
        byte[] png = Plot.pictures(picture, List.of("four colours")).png();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        List<Integer> colours = IntStream.range(0, image.getWidth() * image.getHeight())
                .mapToObj(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) & 0xffffff)
                .toList();
        // 72 pixels for two, at twice the size: squares of 72.
        for (int colour : new int[] {0xff0000, 0x00ff00, 0x0000ff, 0x000080}) {
            assertThat(colours.stream().filter(each -> each == colour)).hasSize(72 * 72);
        }
        assertThat(colours.indexOf(0xff0000)).isLessThan(colours.indexOf(0x0000ff));
    }

    @Test
    void greyPicturesMayComeWithoutAChannel() {
        Figure figure = Plot.pictures(Tensor.zeros(3, 4, 5), List.of("a", "b", "c"));
        assertThat(figure.text()).isEqualTo("3 pictures of 5 × 4 pixels: a, b, c");
        assertThat(figure.svg()).contains("data:image/png;base64");
    }

    @Test
    void aPictureIsTheSameOnBothPapersAndAMapFollowsItsLegend() {
        Tensor pictures = Tensor.zeros(2, 4, 4);
        List<String> labels = List.of("a", "b");
        assertThat(Plot.pictures(pictures, labels).svg().split("<image", -1)).hasSize(3);
        assertThat(Plot.pictures(pictures, labels).svg()).doesNotContain("class=");
        String maps = Plot.maps(Tensor.ones(2, 4, 4), labels).svg();
        assertThat(maps.split("<image", -1)).hasSize(5);
        assertThat(maps.split("class=\"night\"", -1)).hasSize(3);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> Plot.pictures(Tensor.zeros(2, 2), List.of("a", "b")))
                .hasMessageContaining("[picture, channel, y, x]");
        assertThatThrownBy(() -> Plot.pictures(Tensor.zeros(1, 2, 4, 4), List.of("a")))
                .hasMessageContaining("1 or 3 channels");
        assertThatThrownBy(() -> Plot.pictures(Tensor.zeros(2, 4, 4), List.of("a")))
                .hasMessageContaining("2 pictures but 1 labels");
        assertThatThrownBy(() -> Plot.pictures(Tensor.ones(1, 4, 4).mul(2), List.of("a")))
                .hasMessageContaining("scale them first");
    }
}
