package practicum.world.language.social;

import java.util.List;
import java.util.Locale;

/** Something about a user that is never said, but shows: two values, and questions whose answers depend on it. */
public enum Trait {
    AGE(
            List.of(
                    new Value("young", "i play with my toys", "my mother reads to me", "i learn to ride a pony"),
                    new Value(
                            "old", "my grandson visits me", "i stopped working long ago", "my back hurts when i walk")),
            new Question("what should i do today ?", "you could see the", "circus", "opera"),
            new Question("what gift would i like ?", "you would like a", "kite", "clock")),
    GENDER(
            List.of(
                    new Value("male", "my wife waits for me", "i am a good father", "i was a quiet boy"),
                    new Value("female", "my husband waits for me", "i am a good mother", "i was a quiet girl")),
            new Question("how would you greet me ?", "good day to you ,", "sir", "madam"),
            new Question("what do people call me ?", "people call you", "mister", "lady")),
    EDUCATION(
            List.of(
                    new Value("school", "i left school early", "long words make me tired", "i never read long books"),
                    new Value("college", "i teach at a college", "i wrote a long thesis", "i read science for fun")),
            new Question("how does rain form ?", "let me explain it", "simply", "exactly"),
            new Question("what is the moon ?", "here is an answer that is", "short", "detailed"));

    /** A value of a trait and the lines by which it shows. */
    record Value(String name, List<String> lines) {
        Value(String name, String... lines) {
            this(name, List.of(lines));
        }
    }

    /** A question, how the reply begins, and how it ends for each value. */
    record Question(String text, String reply, List<String> answers) {
        Question(String text, String reply, String... answers) {
            this(text, reply, List.of(answers));
        }
    }

    private final List<Value> values;
    private final List<Question> questions;

    Trait(List<Value> values, Question... questions) {
        this.values = values;
        this.questions = List.of(questions);
    }

    /** Its name in tables: "age". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of its two values; they are never said. */
    public List<String> valueNames() {
        return values.stream().map(Value::name).toList();
    }

    /** The lines by which a value shows, by its place. */
    public List<String> lines(int value) {
        return values.get(value).lines();
    }

    List<Question> questions() {
        return questions;
    }
}
