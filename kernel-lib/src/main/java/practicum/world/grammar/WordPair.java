package practicum.world.grammar;

/** Two words that stand in some relation in a sentence, by their lemmas. */
public record WordPair(String first, String second) {
    @Override
    public String toString() {
        return first + " … " + second;
    }
}
