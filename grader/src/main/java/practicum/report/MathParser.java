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
    /** No formula holds so many dollar signs that do not close it; a text of nothing else must not take for ever. */
    private static final int MOST_TRIED = 64;

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
        for (int tried = 0; tried < MOST_TRIED && scanner.find('$') >= 0; tried++) {
            Position end = scanner.position();
            int last = scanner.peekPreviousCodePoint();
            int marks = scanner.matchMultiple('$');
            if (marks == (display ? 2 : 1) && last != '\\' && (display || !Character.isWhitespace(last))) {
                String source = scanner.getSource(start, end).getContent();
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
