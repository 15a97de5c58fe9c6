package practicum.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java as a sequence of tokens in which renaming, reformatting and commenting change nothing. */
final class Tokens {
    // Possessive, so that no literal is too long for the stack.
    private static final Pattern TOKEN = Pattern.compile("(?<space>\\s+|//[^\\n]*|(?s:/\\*.*?(?:\\*/|\\z)))"
            + "|(?<text>(?s:\"\"\".*?(?:\"\"\"|\\z))|\"(?:\\\\.|[^\"\\\\\\n])*+\"?)"
            + "|(?<letter>'(?:\\\\.[0-9a-fA-F]*|[^'\\\\\\n])*+'?)"
            + "|(?<number>\\.?\\d(?:[\\w.]|(?<=[eEpP])[+-])*+)"
            + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
            + "|(?<sign>->|::|\\+\\+|--|&&|\\|\\||[<>=!+*/&|^%-]=|(?s:.))");
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "try",
            "var",
            "void",
            "while",
            "yield",
            "null",
            "true",
            "false");

    private Tokens() {}

    static List<Token> of(String code) {
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(code);
        int line = 0;
        while (matcher.find()) {
            if (matcher.group("space") == null) {
                tokens.add(new Token(kind(matcher), line));
            }
            line += (int) matcher.group().chars().filter(c -> c == '\n').count();
        }
        return tokens;
    }

    private static String kind(Matcher token) {
        String word = token.group("word");
        if (word != null) {
            // A type that is written out and one that is inferred are the same declaration.
            return KEYWORDS.contains(word) && !word.equals("var") && !word.equals("final") ? word : "N";
        }
        return token.group("text") != null
                ? "T"
                : token.group("letter") != null ? "C" : token.group("number") != null ? "0" : token.group("sign");
    }
}
