package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What holds of every kind of figure. */
class FigureTest {
    private static final Pattern SOURCE = Pattern.compile("src=\"data:(image/[a-z+]+);base64,([^\"]+)\"");

    private static final Pattern RULE = Pattern.compile("([a-z]*\\[[a-z]+=\"#[0-9a-f]{6}\"]\\{[a-z]+):#[0-9a-f]{6}}");

    @TempDir
    Path folder;

    static Stream<Map.Entry<String, Figure>> figures() {
        return Gallery.figures().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isAWellFormedSvgDocument(Map.Entry<String, Figure> each) throws Exception {
        Document document = parse(each.getValue().svg());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("rect").getLength()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isOneImageThatNeedsNothingElse(Map.Entry<String, Figure> each) throws Exception {
        String html = each.getValue().html();
        Matcher source = SOURCE.matcher(html);
        assertThat(source.results()).hasSize(1);
        assertThat(html).doesNotContain("<script", "http:", "https:", " id=", "<svg", "<style");
        source.reset();
        assertThat(source.find()).isTrue();
        assertThat(source.group(1)).isEqualTo("image/svg+xml");
        String svg = new String(Base64.getDecoder().decode(source.group(2)), StandardCharsets.UTF_8);
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "<script", " id=", "url(");
        parse(svg);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void hasACounterpartOfEveryColourOnDarkPaper(Map.Entry<String, Figure> each) throws Exception {
        Document document = parse(each.getValue().svg());
        String style = document.getElementsByTagName("style").item(0).getTextContent();
        String dark = style.substring(style.indexOf("@media (prefers-color-scheme:dark)"));
        Set<String> mapped =
                RULE.matcher(dark).results().map(rule -> rule.group(1)).collect(Collectors.toSet());
        NodeList elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            for (String paint : List.of("fill", "stroke")) {
                if (element.getAttribute(paint).matches("#[0-9a-f]{6}")) {
                    String selector = element.getTagName().equals("text") ? "text" : "";
                    assertThat(mapped)
                            .contains(
                                    "%s[%s=\"%s\"]{%s".formatted(selector, paint, element.getAttribute(paint), paint));
                }
            }
        }
        assertThat(dark).contains("[fill=\"#ffffff\"]{fill:" + Night.PAPER.hex() + "}");
    }

    @Test
    void aPictureOfVeryManyMarksIsPixelsForBothPapers() throws Exception {
        Matcher source = SOURCE.matcher(Gallery.figures().get("heatmap, large").html());
        assertThat(source.find()).isTrue();
        Document document = parse(new String(Base64.getDecoder().decode(source.group(2)), StandardCharsets.UTF_8));
        NodeList images = document.getElementsByTagName("image");
        assertThat(images.getLength()).isEqualTo(2);
        Rgb night = corner((Element) images.item(0));
        Rgb day = corner((Element) images.item(1));
        assertThat(((Element) images.item(0)).getAttribute("class")).isEqualTo("night");
        assertThat(((Element) images.item(1)).getAttribute("class")).isEqualTo("day");
        assertThat(day).isEqualTo(Theme.PAPER);
        assertThat(night).isEqualTo(Night.PAPER);
        assertThat(document.getElementsByTagName("rect").getLength()).isZero();
    }

    /** The colour of a picture's paper, in a corner within its rim. */
    private static Rgb corner(Element image) throws Exception {
        String png = image.getAttribute("href").substring("data:image/png;base64,".length());
        int rgb = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)))
                .getRGB(12, 12);
        return new Rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void keepsEveryTextOnThePaper(Map.Entry<String, Figure> each) {
        Picture card = each.getValue().card();
        var paper = new Rectangle2D.Double(0, 0, card.width(), card.height());
        for (Shape.Text text : texts(card)) {
            assertThat(paper.contains(bounds(text))).as("%s on %s", text, paper).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void keepsLevelTextsApart(Map.Entry<String, Figure> each) {
        List<Shape.Text> level = texts(each.getValue().card()).stream()
                .filter(text -> text.degrees() == 0)
                .toList();
        for (int i = 0; i < level.size(); i++) {
            for (int j = i + 1; j < level.size(); j++) {
                Shape.Text a = level.get(i);
                Shape.Text b = level.get(j);
                assertThat(bounds(a).intersects(bounds(b)))
                        .as("%s over %s", a, b)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void saysInWordsWhatItShows(Map.Entry<String, Figure> each) {
        Figure figure = each.getValue();
        assertThat(figure.text()).startsWith(figure.title()).endsWith(figure.caption());
        assertThat(figure.text().lines().count()).isGreaterThan(2);
        assertThat(figure).hasToString(figure.text());
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        List<String> once =
                Gallery.figures().values().stream().map(f -> f.html() + f.svg()).toList();
        List<String> again =
                Gallery.figures().values().stream().map(f -> f.html() + f.svg()).toList();
        assertThat(again).isEqualTo(once);
    }

    @Test
    void tellsThePointerWhatLiesUnderIt() {
        String html = Plot.heatmap(
                        new float[][] {{1, 2}}, Axis.of("layer", List.of("3")), Axis.of("head", List.of("0", "1")))
                .html();
        Matcher map = Pattern.compile("usemap=\"#([^\"]+)\".*<map name=\"([^\"]+)\">", Pattern.DOTALL)
                .matcher(html);
        assertThat(map.find()).isTrue();
        assertThat(map.group(1)).isEqualTo(map.group(2));
        assertThat(html).contains("title=\"layer 3, head 0: 1\"", "title=\"layer 3, head 1: 2\"");
    }

    @Test
    void hintsOfDifferentFiguresHaveDifferentNames() {
        Pattern name = Pattern.compile("<map name=\"([^\"]+)\">");
        List<String> names = Gallery.figures().values().stream()
                .map(Figure::html)
                .map(name::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
        assertThat(names).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    }

    @Test
    void titlesAndCaptionsAreEscapedAndWrapped() throws Exception {
        String longCaption = "a <b> & \"c\" ".repeat(40).strip();
        Figure figure = Plot.bars(List.of("x"), new double[] {1})
                .titled("1 < 2 & so on")
                .captioned(longCaption);
        parse(figure.svg());
        assertThat(figure.title()).isEqualTo("1 < 2 & so on");
        assertThat(texts(figure.card()).stream().map(Shape.Text::text)).contains("1 < 2 & so on");
        assertThat(texts(figure.card()).stream().filter(text -> text.text().contains("<b>")))
                .hasSizeGreaterThan(3);
    }

    @Test
    void savesInTheFormatThatTheNameSays() throws Exception {
        Figure figure = Plot.bars(List.of("x"), new double[] {1}).titled("One bar");
        for (String name : List.of("deep/a.svg", "a.PNG", "a.html", "a.txt")) {
            figure.save(folder.resolve(name));
        }
        assertThat(Files.readString(folder.resolve("deep/a.svg"))).isEqualTo(figure.svg());
        BufferedImage image = ImageIO.read(folder.resolve("a.PNG").toFile());
        assertThat(image.getWidth()).isEqualTo((int) (2 * figure.card().width()));
        assertThat(Files.readString(folder.resolve("a.html")))
                .startsWith("<!DOCTYPE html>")
                .contains(figure.html());
        assertThat(Files.readString(folder.resolve("a.txt"))).isEqualTo(figure.text() + "\n");
    }

    @Test
    void saysWhichFormatsThereAre() {
        Figure figure = Plot.bars(List.of("x"), new double[] {1});
        assertThatThrownBy(() -> figure.save(folder.resolve("a.jpeg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot save a figure as a.jpeg: the name must end in .svg, .png, .html or .txt.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhereItCouldNotBeSaved() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Figure figure = Plot.bars(List.of("x"), new double[] {1});
        assertThatThrownBy(() -> figure.save(file.resolve("a.svg"))).hasMessageContaining("a.svg");
    }

    static List<Shape.Text> texts(Picture picture) {
        List<Shape.Text> texts = new ArrayList<>();
        for (Shape shape : picture.shapes()) {
            if (shape instanceof Shape.Text text) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The box about a text, without the leading that its letters do not touch. */
    private static Rectangle2D bounds(Shape.Text text) {
        double width = text.font().width(text.text());
        double left =
                switch (text.anchor()) {
                    case START -> 0;
                    case MIDDLE -> -width / 2;
                    case END -> -width;
                };
        double size = text.font().size();
        var box = new Rectangle2D.Double(text.x() + left, text.y() - 0.74 * size, width, 0.9 * size);
        return AffineTransform.getRotateInstance(Math.toRadians(text.degrees()), text.x(), text.y())
                .createTransformedShape(box)
                .getBounds2D();
    }

    static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
