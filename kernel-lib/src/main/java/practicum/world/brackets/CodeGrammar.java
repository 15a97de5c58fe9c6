package practicum.world.brackets;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Draws lines of small code: assignments, calls, returns; and variables that are sets or strings. */
final class CodeGrammar {
    static final List<Bracket> BRACKETS =
            List.of(Bracket.ROUND, Bracket.SQUARE, Bracket.CURLY, Bracket.SINGLE_QUOTE, Bracket.DOUBLE_QUOTE);

    static final String END = ";";
    static final String SET_USE = ".";
    static final String STRING_USE = "+";

    private static final List<String> NAMES =
            words("total names items count label result value table user color left right row key");
    private static final List<String> FUNCTIONS = words("print len sum sort join open find max");
    private static final List<String> NUMBERS = words("0 1 2 3 4 5 6 7 8 9");
    private static final List<String> TEXT =
            words("red blue green hello world north south yes no cat dog sun moon one two");
    private static final List<String> MARKS = words("= , : ; . + return set add");

    private static final double NESTED = 0.6;
    private static final double DISTRACTOR = 0.15;

    private final Random random;
    private final int breadth;
    private final List<String> tokens = new ArrayList<>();

    /** How much deeper the text must still go; the first thing that can goes there. */
    private int owed;

    /**
     * A writer of one line.
     *
     * @param shallowest the least that must be open at once somewhere
     * @param breadth the most items of a list and arguments of a call
     */
    CodeGrammar(Random random, int shallowest, int breadth) {
        this.random = random;
        owed = shallowest;
        this.breadth = breadth;
    }

    /** Every token that a line may have. */
    static List<String> vocabulary() {
        Stream<String> brackets = BRACKETS.stream().flatMap(bracket -> Stream.of(bracket.open(), bracket.close()));
        Stream<String> words = Stream.of(MARKS, FUNCTIONS, NAMES, NUMBERS, TEXT).flatMap(List::stream);
        return Stream.concat(brackets, words).distinct().toList();
    }

    /** A statement with at most so much open at once. */
    List<String> statement(int depth) {
        switch (random.nextInt(3)) {
            case 0 -> {
                add(one(NAMES), "=");
                expression(depth);
            }
            case 1 -> call(depth);
            default -> {
                add("return");
                expression(depth);
            }
        }
        add(END);
        return List.copyOf(tokens);
    }

    /** Two variables, one made as a set and one as a string, and then one of the two used as what it is. */
    List<String> variables(int depth) {
        String set = one(NAMES);
        String string = one(NAMES);
        while (string.equals(set)) {
            string = one(NAMES);
        }
        boolean setFirst = random.nextBoolean();
        make(setFirst ? set : string, setFirst);
        make(setFirst ? string : set, !setFirst);
        if (random.nextBoolean()) {
            add(set, SET_USE, "add", "(");
            owed--;
            expression(depth - 1);
            add(")");
        } else {
            add(string, STRING_USE, "=");
            text(depth);
        }
        add(END);
        return List.copyOf(tokens);
    }

    /** The place of the token that shows what the variable is. */
    static int use(List<String> variables) {
        int first = variables.indexOf(END);
        int second = first + 1 + variables.subList(first + 1, variables.size()).indexOf(END);
        return second + 2;
    }

    private void make(String name, boolean asSet) {
        add(name, "=");
        if (asSet) {
            add("set", "(", ")", END);
        } else {
            String quote = quote().open();
            add(quote, quote, END);
        }
    }

    private void text(int depth) {
        if (owed > 1 || random.nextBoolean()) {
            call(depth);
        } else {
            string();
        }
    }

    private void expression(int depth) {
        if (depth == 0 || (owed <= 0 && random.nextDouble() >= NESTED)) {
            add(random.nextBoolean() ? one(NAMES) : one(NUMBERS));
            return;
        }
        switch (random.nextInt(owed > 1 ? 4 : 5)) {
            case 0 -> call(depth);
            case 1 -> {
                add("[");
                items(depth - 1);
                add("]");
            }
            case 2 -> {
                add(one(NAMES), "[");
                owed--;
                expression(depth - 1);
                add("]");
            }
            case 3 -> entries(depth);
            default -> string();
        }
    }

    private void call(int depth) {
        add(one(FUNCTIONS), "(");
        items(depth - 1);
        add(")");
    }

    private void items(int depth) {
        owed--;
        int count = 1 + random.nextInt(breadth);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                add(",");
            }
            expression(depth);
        }
    }

    private void entries(int depth) {
        add("{");
        owed--;
        int count = 1 + random.nextInt(Math.max(1, breadth - 1));
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                add(",");
            }
            add(one(NAMES), ":");
            expression(depth - 1);
        }
        add("}");
    }

    /** Words in quotes, now and then with a bracket or the other quote among them that means nothing there. */
    private void string() {
        Bracket quote = quote();
        owed--;
        add(quote.open());
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            add(random.nextDouble() < DISTRACTOR ? distractor(quote) : one(TEXT));
        }
        add(quote.close());
    }

    private String distractor(Bracket quote) {
        Bracket other = one(BRACKETS);
        while (other.equals(quote)) {
            other = one(BRACKETS);
        }
        return random.nextBoolean() ? other.open() : other.close();
    }

    private Bracket quote() {
        return random.nextBoolean() ? Bracket.SINGLE_QUOTE : Bracket.DOUBLE_QUOTE;
    }

    private void add(String... some) {
        tokens.addAll(List.of(some));
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
