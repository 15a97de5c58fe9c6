package practicum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * TeX's mathematics as MathML, which browsers show without a script or a network: what a course's prose needs of it,
 * and the source itself where a command is unknown.
 */
final class Tex {
    /** No formula that means something is deeper; what is left of one that is, is dropped. */
    private static final int DEEPEST = 50;

    private static final Map<String, String> ACCENTS = Map.of(
            "hat",
            "^",
            "widehat",
            "^",
            "bar",
            "¯",
            "overline",
            "¯",
            "tilde",
            "~",
            "widetilde",
            "~",
            "vec",
            "→",
            "dot",
            "˙");
    private static final Map<String, String> VARIANTS = Map.of(
            "mathbf",
            "font-weight:bold",
            "boldsymbol",
            "font-weight:bold",
            "mathit",
            "font-style:italic",
            "mathrm",
            "font-style:normal",
            "operatorname",
            "font-style:normal",
            "mathsf",
            "font-family:sans-serif",
            "mathtt",
            "font-family:monospace");
    private static final Map<String, Integer> ALPHABETS = Map.of("mathbb", 0x1D538, "mathcal", 0x1D49C);
    private static final Map<Integer, String> EXCEPTIONS = Map.ofEntries(
            Map.entry(0x1D53A, "ℂ"),
            Map.entry(0x1D53F, "ℍ"),
            Map.entry(0x1D545, "ℕ"),
            Map.entry(0x1D547, "ℙ"),
            Map.entry(0x1D548, "ℚ"),
            Map.entry(0x1D549, "ℝ"),
            Map.entry(0x1D551, "ℤ"),
            Map.entry(0x1D49D, "ℬ"),
            Map.entry(0x1D4A0, "ℰ"),
            Map.entry(0x1D4A1, "ℱ"),
            Map.entry(0x1D4A3, "ℋ"),
            Map.entry(0x1D4A4, "ℐ"),
            Map.entry(0x1D4A7, "ℒ"),
            Map.entry(0x1D4A8, "ℳ"),
            Map.entry(0x1D4AD, "ℛ"));
    private static final Set<String> TEXTS = Set.of("text", "textrm", "textbf", "textit", "texttt", "mbox");
    private static final Set<String> SPACES = Set.of(",", ";", ":", " ", "quad", "qquad", "!");
    private static final Set<String> FENCE_CHARACTERS =
            Set.of("(", ")", "[", "]", "{", "}", "|", "‖", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉");
    private static final Set<String> IGNORED = Set.of(
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "big",
            "Big",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "bigg",
            "Bigg",
            "bigm");
    private static final Map<String, List<String>> FENCES = Map.of(
            "pmatrix",
            List.of("(", ")"),
            "bmatrix",
            List.of("[", "]"),
            "vmatrix",
            List.of("|", "|"),
            "cases",
            List.of("{", ""));

    private final List<String> tokens;
    private int at;
    private int depth;

    private Tex(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The formula as one {@code <math>} element, with its source beside it for those who copy or search it. */
    static String html(String source, boolean display) {
        Tex tex = new Tex(tokens(source));
        StringBuilder body = new StringBuilder();
        while (tex.at < tex.tokens.size()) {
            body.append(tex.row(Set.of()));
            // A closing brace too many ends a row; it is skipped.
            tex.at++;
        }
        return "<math" + (display ? " display=\"block\"" : "") + " title=\"" + HtmlText.escape(source.strip())
                + "\"><mrow>" + body + "</mrow></math>";
    }

    private static List<String> tokens(String source) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < source.length(); ) {
            int end = i + Character.charCount(source.codePointAt(i));
            char c = source.charAt(i);
            if (c == '\\' && end < source.length()) {
                do {
                    end++;
                } while (isLetter(source.charAt(i + 1)) && end < source.length() && isLetter(source.charAt(end)));
            } else if (Character.isDigit(c)) {
                while (end < source.length()
                        && (Character.isDigit(source.charAt(end)) || isDecimalPoint(source, end))) {
                    end++;
                }
            }
            tokens.add(source.substring(i, end));
            i = end;
        }
        return tokens;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDecimalPoint(String source, int at) {
        return source.charAt(at) == '.' && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1));
    }

    /** Elements up to one of these tokens, a closing brace or the end; stops before it. */
    private String row(Set<String> ends) {
        StringBuilder row = new StringBuilder();
        while (at < tokens.size() && !tokens.get(at).equals("}") && !ends.contains(tokens.get(at))) {
            row.append(scripted());
        }
        return row.toString();
    }

    private String scripted() {
        boolean limits = at < tokens.size()
                && tokens.get(at).startsWith("\\")
                && TexSymbols.of(tokens.get(at).substring(1))
                        .filter(symbol -> symbol.element().equals("limits"))
                        .isPresent();
        String base = element();
        String below = "";
        String above = "";
        skipSpaces();
        while (at < tokens.size() && (is("_") || is("^") || is("'"))) {
            String mark = tokens.get(at++);
            if (mark.equals("_")) {
                below = argument();
            } else {
                above += mark.equals("'") ? "<mo>′</mo>" : argument();
            }
            skipSpaces();
        }
        return scripts(base, below, above, limits);
    }

    private static String scripts(String base, String below, String above, boolean limits) {
        if (below.isEmpty() && above.isEmpty()) {
            return base;
        }
        String inner = "<mrow>" + base + "</mrow>";
        if (above.isEmpty()) {
            return wrap(limits ? "munder" : "msub", inner + group(below));
        }
        if (below.isEmpty()) {
            return wrap(limits ? "mover" : "msup", inner + group(above));
        }
        return wrap(limits ? "munderover" : "msubsup", inner + group(below) + group(above));
    }

    private String element() {
        if (depth >= DEEPEST) {
            at = tokens.size();
            return "";
        }
        depth++;
        String element = element(tokens.get(at++));
        depth--;
        return element;
    }

    private String element(String token) {
        if (token.equals("{")) {
            String row = row(Set.of());
            skip("}");
            return group(row);
        }
        if (token.startsWith("\\") && token.length() > 1) {
            return command(token.substring(1));
        }
        if (token.isBlank() || token.equals("&")) {
            return "";
        }
        if (Character.isDigit(token.charAt(0))) {
            return wrap("mn", token);
        }
        return Character.isLetter(token.codePointAt(0)) ? wrap("mi", token) : operator(token);
    }

    private static String operator(String token) {
        String text = HtmlText.escape(token.equals("-") ? "−" : token.equals("*") ? "∗" : token);
        // Browsers stretch fences to their row's height; TeX does so only after \\left and \\right.
        return FENCE_CHARACTERS.contains(token) ? "<mo stretchy=\"false\">" + text + "</mo>" : wrap("mo", text);
    }

    /** A fence as high as what it encloses; a full stop is an invisible one. */
    private String stretched() {
        skipSpaces();
        if (at == tokens.size() || skip(".")) {
            return "";
        }
        return element().replace(" stretchy=\"false\"", "");
    }

    private String command(String name) {
        if (TEXTS.contains(name)) {
            // A browser drops other spaces at the ends of a text.
            return wrap("mtext", HtmlText.escape(rawArgument().replace(' ', '\u00a0')));
        }
        if (SPACES.contains(name)) {
            return name.equals("!") ? "" : "<mspace width=\"" + (name.startsWith("q") ? "1em" : "0.2em") + "\"/>";
        }
        if (name.equals("left") || name.equals("right") || name.equals("bigm")) {
            return stretched();
        }
        if (IGNORED.contains(name)) {
            return "";
        }
        if (VARIANTS.containsKey(name)) {
            String inner = name.equals("operatorname") || name.equals("mathrm") ? upright() : argument();
            return "<mrow style=\"" + VARIANTS.get(name) + "\">" + inner + "</mrow>";
        }
        if (ALPHABETS.containsKey(name)) {
            return wrap("mi", alphabet(rawArgument(), ALPHABETS.get(name)));
        }
        if (ACCENTS.containsKey(name)) {
            return wrap("mover", group(argument()) + wrap("mo", ACCENTS.get(name)));
        }
        return switch (name) {
            case "frac", "tfrac", "dfrac" -> wrap("mfrac", group(argument()) + group(argument()));
            case "binom" ->
                wrap("mo", "(") + "<mfrac linethickness=\"0\">" + group(argument()) + group(argument()) + "</mfrac>"
                        + wrap("mo", ")");
            case "sqrt" -> wrap("msqrt", argument());
            case "underbrace" -> wrap("munder", group(argument()) + wrap("mo", "⏟"));
            case "begin" -> table(rawArgument());
            case "\\" -> "<mspace linebreak=\"newline\"/>";
            default ->
                TexSymbols.of(name).map(Tex::symbol).orElseGet(() -> wrap("mtext", HtmlText.escape("\\" + name)));
        };
    }

    /** A name is one word; what has scripts or commands in it is a row whose letters stand upright. */
    private String upright() {
        int start = at;
        String word = rawArgument();
        if (!word.matches("[^_^\\\\{}']*")) {
            at = start;
            return argument().replace("<mi>", "<mi mathvariant=\"normal\">");
        }
        return wrap("mi", HtmlText.escape(word));
    }

    private static String symbol(TexSymbols.Symbol symbol) {
        boolean word = symbol.text().length() > 1;
        if (symbol.element().equals("mo")) {
            return operator(symbol.text());
        }
        String element = symbol.element().equals("limits") ? (word ? "mi" : "mo") : symbol.element();
        return wrap(element, HtmlText.escape(symbol.text()));
    }

    private String table(String environment) {
        StringBuilder rows = new StringBuilder("<mtr><mtd>");
        while (at < tokens.size() && !is("\\end")) {
            rows.append(row(Set.of("&", "\\\\", "\\end")));
            if (skip("&")) {
                rows.append("</mtd><mtd>");
            } else if (skip("\\\\")) {
                rows.append("</mtd></mtr><mtr><mtd>");
            } else if (!is("\\end")) {
                at++;
            }
        }
        skip("\\end");
        rawArgument();
        List<String> fences = FENCES.getOrDefault(environment.replace("*", ""), List.of("", ""));
        return wrap("mo", fences.get(0)) + "<mtable>" + rows + "</mtd></mtr></mtable>" + wrap("mo", fences.get(1));
    }

    private String argument() {
        skipSpaces();
        if (at == tokens.size() || is("}")) {
            return "";
        }
        String token = tokens.get(at);
        if (Character.isDigit(token.charAt(0)) && token.length() > 1) {
            // Without braces an argument is one digit: a half is frac12.
            tokens.set(at, token.substring(1));
            return wrap("mn", token.substring(0, 1));
        }
        return element();
    }

    /** The text of the next argument, not read as mathematics. */
    private String rawArgument() {
        skipSpaces();
        if (!skip("{")) {
            return at < tokens.size() ? tokens.get(at++) : "";
        }
        StringBuilder text = new StringBuilder();
        for (int open = 1; at < tokens.size(); at++) {
            open += is("{") ? 1 : is("}") ? -1 : 0;
            if (open == 0) {
                break;
            }
            text.append(tokens.get(at));
        }
        skip("}");
        return text.toString();
    }

    private void skipSpaces() {
        while (at < tokens.size() && tokens.get(at).isBlank()) {
            at++;
        }
    }

    private boolean skip(String token) {
        boolean here = is(token);
        at += here ? 1 : 0;
        return here;
    }

    private boolean is(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private static String alphabet(String letters, int capitalA) {
        StringBuilder text = new StringBuilder();
        letters.chars().forEach(c -> {
            int letter = capitalA + c - 'A';
            if (c < 'A' || c > 'Z') {
                text.append(HtmlText.escape(Character.toString(c)));
            } else {
                text.append(EXCEPTIONS.getOrDefault(letter, Character.toString(letter)));
            }
        });
        return text.toString();
    }

    private static String group(String row) {
        return wrap("mrow", row);
    }

    private static String wrap(String element, String content) {
        return "<" + element + ">" + content + "</" + element + ">";
    }
}
