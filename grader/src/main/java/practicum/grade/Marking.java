package practicum.grade;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import practicum.check.WrittenResult;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Mark;
import practicum.report.Graded;
import practicum.report.MarkingPage;

/**
 * Answers in words on their way to a person and back: out as a page without names, in as a file of marks. A mark belongs
 * to the words that were read: it survives every regrade, and does not count for an answer that was changed since.
 */
public final class Marking {
    private static final Gson GSON = new Gson();

    private final Gradebook book;
    private final String stem;

    /** The marking of a practicum's answers. */
    public Marking(Gradebook book, String stem) {
        this.book = book;
        this.stem = stem;
    }

    /** An answer and whose it is. */
    private record Answer(Graded graded, WrittenResult written, String who) {}

    /** The answers to read: all that are not empty, or those that nobody has read. */
    public List<MarkingPage.Item> items(boolean all) {
        return answers().stream()
                .filter(answer -> all || answer.graded().needsMark(answer.written()))
                .sorted(Comparator.comparing((Answer answer) -> answer.written().id())
                        .thenComparing(Answer::who))
                .map(Marking::item)
                .toList();
    }

    private List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        new Standings(book, stem).each(standing -> {
            var graded = standing.graded();
            graded.result().written().stream()
                    .filter(written -> !written.text().isBlank())
                    .forEach(
                            written -> answers.add(new Answer(graded, written, alias(graded.student(), written.id()))));
        });
        return answers;
    }

    private static MarkingPage.Item item(Answer answer) {
        var written = answer.written();
        var mark = answer.graded().mark(written);
        return new MarkingPage.Item(
                answer.who(),
                written.id(),
                written.prompt(),
                written.rubric(),
                written.points(),
                written.text(),
                Graded.digest(written),
                mark.map(Mark::points).orElse(null),
                mark.map(Mark::met).orElse(List.of()),
                mark.map(Mark::comment).orElse(""));
    }

    /** A name that only this gradebook can trace back, another one for each question. */
    private String alias(String student, String question) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(book.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((stem + "\n" + question + "\n" + student).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256, but this one has not.", e);
        }
    }

    /** A file of marks as the page writes it. */
    private record Sheet(@Nullable String format, @Nullable String practicum, @Nullable List<@Nullable Given> marks) {}

    /** One mark in it. */
    private record Given(
            @Nullable String who,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Double points,
            @Nullable List<@Nullable Integer> met,
            @Nullable String comment) {}

    /**
     * What a file of marks brought.
     *
     * @param marked how many answers have their mark now
     * @param changed the aliases of answers that were changed after they were read, and have none
     */
    public record Report(int marked, List<String> changed) {}

    /** Takes marks over from a file: all of them, or none where one cannot be. */
    public Report take(Path file, String grader) {
        Map<String, Answer> known = new HashMap<>();
        answers().forEach(answer -> known.put(answer.who(), answer));
        var marks = new ArrayList<Map.Entry<String, Mark>>();
        var changed = new ArrayList<String>();
        for (Given given : sheet(file)) {
            var answer = Optional.ofNullable(given.who()).map(known::get);
            if (answer.isEmpty() || !answer.get().written().id().equals(given.question())) {
                throw wrong(file, "nobody here is " + given.who() + ". Was the page made from another gradebook?");
            } else if (!Graded.digest(answer.get().written()).equals(given.answer())) {
                changed.add(given.who());
            } else {
                marks.add(Map.entry(
                        answer.get().graded().student(),
                        mark(given, answer.get().written(), grader, file)));
            }
        }
        marks.forEach(mark -> book.marks().add(mark.getKey(), stem, mark.getValue()));
        return new Report(marks.size(), changed);
    }

    private List<Given> sheet(Path file) {
        try {
            var sheet = GSON.fromJson(Files.readString(file), Sheet.class);
            if (sheet == null || !MarkingPage.FORMAT.equals(sheet.format()) || sheet.marks() == null) {
                throw wrong(file, "it is no file that the marking page saves");
            } else if (!stem.equals(sheet.practicum())) {
                throw wrong(file, "it is of " + sheet.practicum() + ", not of " + stem);
            }
            var marks = new ArrayList<Given>();
            for (Given given : sheet.marks()) {
                if (given == null) {
                    throw wrong(file, "a mark in it is empty");
                }
                marks.add(given);
            }
            return marks;
        } catch (JsonParseException e) {
            throw wrong(file, "it is no JSON: " + e.getMessage());
        } catch (IOException e) {
            throw wrong(file, "it cannot be read: " + e.getMessage());
        }
    }

    private static Mark mark(Given given, WrittenResult written, String grader, Path file) {
        Double points = given.points();
        if (points == null || !(points >= 0) || points > written.points() + 1e-9) {
            throw wrong(file, given.who() + " has " + points + " of " + written.points() + " points");
        }
        var met = new ArrayList<Integer>();
        for (Integer sentence : Optional.ofNullable(given.met()).orElse(List.of())) {
            if (sentence == null || sentence < 0 || sentence >= written.rubric().size()) {
                throw wrong(file, given.who() + " meets a sentence " + sentence + " that the rubric has not");
            }
            met.add(sentence);
        }
        String comment = Optional.ofNullable(given.comment()).orElse("");
        return new Mark(written.id(), Graded.digest(written), points, met, comment, grader);
    }

    private static GradeException wrong(Path file, String why) {
        return new GradeException("No mark of " + file + " was taken over: " + why + ".");
    }
}
