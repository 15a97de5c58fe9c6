package practicum.world.brackets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import practicum.world.Prompt;

class CodeWorldTest {
    private final CodeWorld world = CodeWorld.of(1);

    @Test
    void everyLineOfEveryPartIsReadByARecursiveDescentParserAndHasThePartsSize() {
        for (NestingPart part : NestingPart.values()) {
            Set<Integer> depths = new HashSet<>();
            for (Nesting line : world.lines(part, 600, 3)) {
                Parser parser = new Parser(line.tokens());
                parser.line();
                assertThat(parser.deepest).as(line.toString()).isEqualTo(line.depth());
                depths.add(parser.deepest);
                boolean longer = part == NestingPart.LONGER;
                assertThat(line.length()).isBetween(longer ? 33 : 1, longer ? 48 : 32);
            }
            boolean deeper = part == NestingPart.DEEPER;
            assertThat(depths).allMatch(depth -> deeper ? depth > 3 && depth <= 5 : depth <= 3);
            assertThat(depths).contains(deeper ? 5 : 3);
        }
    }

    @Test
    void noTestLineOccursInTraining() {
        Set<String> trained = texts(NestingPart.TRAIN, 20_000);
        for (NestingPart part : List.of(NestingPart.UNSEEN, NestingPart.LONGER, NestingPart.DEEPER)) {
            assertThat(trained).doesNotContainAnyElementsOf(texts(part, 1000));
        }
        // The training stream is made of training lines only.
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            Nesting line = Nesting.of(world.source().sentence(random), world.brackets());
            assertThat(world.split().part(line)).contains(NestingPart.TRAIN);
        }
    }

    private Set<String> texts(NestingPart part, int count) {
        return world.lines(part, count, 11).stream().map(Nesting::toString).collect(Collectors.toSet());
    }

    @Test
    void answersAreRightByScanningThePrompt() {
        for (CodeTask task : List.of(CodeTask.QUOTE, CodeTask.BRACKET)) {
            for (NestingPart part : NestingPart.values()) {
                for (Prompt prompt : world.prompts(task, part, 150, 5)) {
                    assertThat(prompt.answer()).as(prompt.toString()).isEqualTo(closer(prompt.text()));
                    assertThat(prompt.foil()).isNotEqualTo(prompt.answer());
                    assertThat("'\"".contains(prompt.answer())).isEqualTo(task == CodeTask.QUOTE);
                    assertThat("'\"".contains(prompt.foil())).isEqualTo(task == CodeTask.QUOTE);
                }
            }
        }
    }

    /** What has to be closed next, found from the right: skip what is balanced. */
    private static String closer(String text) {
        List<Character> open = new ArrayList<>();
        char quote = 0;
        for (char c : text.replace(" ", "").toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                open.add(c);
            } else if (")]}".indexOf(c) >= 0) {
                open.remove(open.size() - 1);
            }
        }
        char last = quote != 0 ? quote : open.get(open.size() - 1);
        return String.valueOf(quote != 0 ? quote : ")]}".charAt("([{".indexOf(last)));
    }

    @Test
    void aBracketsFoilIsTheOneAroundItWhereThatDiffers() {
        long around = world.prompts(CodeTask.BRACKET, NestingPart.DEEPER, 300, 5).stream()
                .filter(prompt -> prompt.foil().equals(")") && prompt.text().contains("("))
                .count();
        assertThat(around).isGreaterThan(30);
        for (Prompt prompt : world.prompts(CodeTask.BRACKET, NestingPart.DEEPER, 300, 5)) {
            Set<String> open = new HashSet<>();
            String text = prompt.text();
            while (true) { // close what is open, one after the other
                String rest = text;
                if (balanced(rest)) {
                    break;
                }
                String next = closer(rest);
                open.add(next);
                text = rest + " " + next;
            }
            if (open.size() > 1) {
                assertThat(open).as(prompt.toString()).contains(prompt.foil());
            }
        }
    }

    private static boolean balanced(String text) {
        try {
            closer(text);
            return false;
        } catch (IndexOutOfBoundsException nothingOpen) {
            return true;
        }
    }

    @Test
    void variablesGoOnAsWhatTheyWereMadeAs() {
        for (NestingPart part : NestingPart.values()) {
            int sets = 0;
            for (Prompt prompt : world.prompts(CodeTask.VARIABLE, part, 400, 5)) {
                sets += isSet(prompt) ? 1 : 0;
            }
            assertThat(sets).as(part.name()).isBetween(100, 300);
        }
    }

    /** Told from how the last word was made; the answer is checked. */
    private static boolean isSet(Prompt prompt) {
        String[] words = prompt.text().split(" ");
        String name = words[words.length - 1];
        boolean isSet = prompt.text().contains(name + " = set ( ) ;");
        boolean isString =
                prompt.text().contains(name + " = ' ' ;") || prompt.text().contains(name + " = \" \" ;");
        assertThat(isSet).as(prompt.toString()).isNotEqualTo(isString);
        assertThat(prompt.text()).contains("set ( ) ;").containsAnyOf("' '", "\" \"");
        assertThat(prompt.answer()).isEqualTo(isSet ? "." : "+");
        assertThat(prompt.foil()).isEqualTo(isSet ? "+" : ".");
        return isSet;
    }

    @Test
    void theSameSeedMakesTheSameLinesAndTheVocabularyCoversThem() {
        assertThat(CodeWorld.of(1).lines(NestingPart.DEEPER, 50, 4)).isEqualTo(world.lines(NestingPart.DEEPER, 50, 4));
        assertThat(CodeWorld.of(1).stream(60).batch(4, 4))
                .isEqualTo(world.stream(60).batch(4, 4));
        Set<String> used = new HashSet<>();
        for (NestingPart part : NestingPart.values()) {
            world.lines(part, 2000, 6).forEach(line -> used.addAll(line.tokens()));
        }
        assertThat(world.vocabulary().tokens()).containsAll(used);
        assertThat(world.vocabulary().size()).isEqualTo(used.size() + 3);
    }

    @Test
    void linesTooShortForTheTasksAreRefused() {
        assertThatThrownBy(() -> CodeWorld.of(new NestingSplit(10, 3, 20, 5, 0.1, 1)))
                .hasMessageContaining("they need 26 tokens");
    }

    /** Reads what the grammar should write, by descent and with no stack of its own. */
    private static final class Parser {
        private final List<String> tokens;
        private int at;
        private int depth;
        int deepest;

        Parser(List<String> tokens) {
            this.tokens = tokens;
        }

        void line() {
            while (at < tokens.size()) {
                statement();
            }
        }

        private void statement() {
            if (is("return")) {
                at++;
                expression();
            } else if (word() && next("=")) {
                at += 2;
                if (is("set")) {
                    at++;
                    open("(");
                    close(")");
                } else {
                    expression();
                }
            } else if (word() && next(".")) {
                at += 2;
                expect("add");
                open("(");
                expression();
                close(")");
            } else if (word() && next("+")) {
                at += 2;
                expect("=");
                assertThat(word() && !next("(")).isFalse();
                expression();
            } else {
                assertThat(next("(")).isTrue();
                expression();
            }
            expect(";");
        }

        private void expression() {
            if (is("'") || is("\"")) {
                string();
            } else if (is("[")) {
                list("[", "]");
            } else if (is("{")) {
                open("{");
                do {
                    assertThat(word()).isTrue();
                    at++;
                    expect(":");
                    expression();
                } while (comma());
                close("}");
            } else {
                assertThat(word()).as(tokens + " at " + at).isTrue();
                at++;
                if (is("(")) {
                    list("(", ")");
                } else if (is("[")) {
                    open("[");
                    expression();
                    close("]");
                }
            }
        }

        private void list(String opener, String closer) {
            open(opener);
            do {
                expression();
            } while (comma());
            close(closer);
        }

        private boolean comma() {
            boolean comma = is(",");
            at += comma ? 1 : 0;
            return comma;
        }

        private void string() {
            String quote = tokens.get(at);
            open(quote);
            while (!is(quote)) {
                at++;
            }
            close(quote);
        }

        private void open(String token) {
            expect(token);
            depth++;
            deepest = Math.max(deepest, depth);
        }

        private void close(String token) {
            expect(token);
            depth--;
        }

        private void expect(String token) {
            assertThat(tokens.get(at)).as(tokens + " at " + at).isEqualTo(token);
            at++;
        }

        private boolean is(String token) {
            return tokens.get(at).equals(token);
        }

        private boolean next(String token) {
            return tokens.get(at + 1).equals(token);
        }

        private boolean word() {
            return tokens.get(at).matches("\\w+");
        }
    }
}
