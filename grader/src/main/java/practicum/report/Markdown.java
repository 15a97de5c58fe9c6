package practicum.report;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown with tables and formulas as HTML. */
public final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .customInlineContentParserFactory(new MathParser.Factory())
            .build();

    private Markdown() {}

    /**
     * The text as HTML; HTML within it stays as it is, so the page must forbid scripts.
     *
     * @param pictures from the address of a picture to the address to show it from
     */
    public static String html(String text, UnaryOperator<String> pictures) {
        return renderer(pictures, false).render(PARSER.parse(text));
    }

    /** A stranger's text as HTML: HTML within it is shown as text, and pictures are not fetched. */
    public static String untrusted(String text) {
        return renderer(address -> "", true).render(PARSER.parse(text));
    }

    private static HtmlRenderer renderer(UnaryOperator<String> pictures, boolean escape) {
        AttributeProvider source = (node, tag, attributes) -> {
            if (node instanceof Image image) {
                attributes.put("src", pictures.apply(image.getDestination()));
            }
        };
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> source)
                .nodeRendererFactory(MathRenderer::new)
                .escapeHtml(escape)
                .sanitizeUrls(escape)
                .build();
    }

    /** Writes formulas. */
    private record MathRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(MathNode.class);
        }

        @Override
        public void render(Node node) {
            context.getWriter().raw(((MathNode) node).toHtml());
        }
    }
}
