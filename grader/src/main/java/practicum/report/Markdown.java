package practicum.report;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
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
     * @param placement where its pictures, links and headings stand in the page
     */
    public static String html(String text, Placement placement) {
        return renderer(placement, false).render(PARSER.parse(text));
    }

    /**
     * A stranger's text as HTML: HTML within it is shown as text, and pictures are not fetched. What is nested deeper than
     * can be followed is shown as it is written.
     */
    public static String untrusted(String text) {
        try {
            return renderer(address -> "", true).render(PARSER.parse(text));
        } catch (StackOverflowError tooDeep) {
            return "<pre>" + HtmlText.escape(text) + "</pre>\n";
        }
    }

    private static HtmlRenderer renderer(Placement placement, boolean escape) {
        AttributeProvider source = (node, tag, attributes) -> {
            if (node instanceof Image image) {
                attributes.put("src", placement.picture(image.getDestination()));
            } else if (node instanceof Link link && !escape) {
                attributes.put("href", placement.link(link.getDestination()));
            } else if (node instanceof Heading heading) {
                String id = placement.heading(heading.getLevel(), plain(heading));
                if (!id.isEmpty()) {
                    attributes.put("id", id);
                }
            }
        };
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> source)
                .nodeRendererFactory(MathRenderer::new)
                .nodeRendererFactory(JavaRenderer::new)
                .escapeHtml(escape)
                .sanitizeUrls(escape)
                .build();
    }

    /** A heading's words alone; of a formula, its source. */
    private static String plain(Node heading) {
        StringBuilder plain = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                plain.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                plain.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak line) {
                plain.append(' ');
            }

            @Override
            public void visit(CustomNode node) {
                plain.append(node instanceof MathNode formula ? formula.source() : "");
            }
        });
        return plain.toString();
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

    /** Writes fenced Java with its words told apart, and other code as it is. */
    private record JavaRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            FencedCodeBlock block = (FencedCodeBlock) node;
            boolean java = block.getInfo() != null && block.getInfo().strip().equals("java");
            String code = java ? JavaCode.html(block.getLiteral()) : HtmlText.escape(block.getLiteral());
            var writer = context.getWriter();
            writer.line();
            writer.raw("<pre><code" + (java ? " class=\"language-java\"" : "") + ">" + code + "</code></pre>");
            writer.line();
        }
    }
}
