package practicum.report;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Finds formulas as Jupyter does: {@code $…$} within a line of text and {@code $$…$$} on their own. */
final class MathParser implements InlineContentParser {
    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        boolean display = scanner.matchMultiple('$') == 2;
        if (!display && !scanner.hasNext()) {
            return ParsedInline.none();
        }
        // "$ 5" is money.
        if (!display && Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        while (scanner.find('$') >= 0) {
            Position end = scanner.position();
            String source = scanner.getSource(start, end).getContent();
            int marks = scanner.matchMultiple('$');
            boolean closes = marks == (display ? 2 : 1)
                    && !source.endsWith("\\")
                    && (display || !Character.isWhitespace(source.codePointBefore(source.length())));
            if (closes) {
                return ParsedInline.of(new MathNode(source, display), scanner.position());
            }
        }
        return ParsedInline.none();
    }

    /** Hands the parser a dollar sign. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new MathParser();
        }
    }
}
