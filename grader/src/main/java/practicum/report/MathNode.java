package practicum.report;

import org.commonmark.node.CustomNode;

/** A formula within Markdown. */
final class MathNode extends CustomNode {
    private final String source;
    private final boolean display;

    MathNode(String source, boolean display) {
        this.source = source;
        this.display = display;
    }

    String source() {
        return source;
    }

    String toHtml() {
        return Tex.html(source, display);
    }
}
