package practicum.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import practicum.build.Release;
import practicum.check.Attempt;
import practicum.check.CheckResult.Outcome;
import practicum.gradebook.Gradebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookException;
import practicum.nbformat.NotebookReader;
import practicum.report.ClassPage;
import practicum.report.Clusters;
import practicum.report.SimilarityPage;
import practicum.report.Statistics;
import practicum.similarity.Similarity;
import practicum.similarity.Work;
import practicum.source.Practicum;

/** What an instructor reads of a class, made from its gradebook and the submissions kept beside it. */
public final class ClassReport {
    /** As much of a cell as is compared with others. */
    private static final int LONGEST = 200_000;

    private final Gradebook book;
    private final Practicum practicum;
    private final Path out;

    /** The report on a practicum. */
    public ClassReport(Gradebook book, Practicum practicum, Path out) {
        this.book = book;
        this.practicum = practicum;
        this.out = out;
    }

    /** The page of points, questions and shared wrong answers. */
    public String page() {
        var statistics = new Statistics(book.max(practicum.stem()));
        var clusters = new Clusters();
        new Standings(book, practicum.stem()).each(standing -> {
            statistics.add(standing.graded());
            standing.kept().result().checks().forEach(check -> {
                var answer = standing.kept().answers().get(check.id());
                if (check.outcome() == Outcome.FAILED && answer != null) {
                    clusters.add(
                            check.id(),
                            answer.digest(),
                            answer.shown(),
                            check.rationale(),
                            standing.graded().student());
                }
            });
        });
        return ClassPage.of(
                book.title(practicum.stem()),
                statistics,
                clusters,
                book.comments().on(practicum.stem()));
    }

    /** The page of submissions that share code. */
    public String similarity(int pairs) {
        var given = Release.blank(practicum).cells().stream()
                .filter(cell -> cell.kind() == NotebookCell.Kind.CODE)
                .map(NotebookCell::source)
                .toList();
        var works = works();
        return SimilarityPage.of(book.title(practicum.stem()), works.size(), new Similarity(given).of(works, pairs));
    }

    private List<Work> works() {
        var works = new ArrayList<Work>();
        new Standings(book, practicum.stem()).each(standing -> {
            var attempt = standing.verdict().attempt();
            Path file = Outbox.submission(out, attempt.submission());
            if (Files.exists(file)) {
                try {
                    works.add(work(attempt.student(), file));
                } catch (NotebookException e) {
                    // What cannot be read has a verdict that says so, and no code to compare.
                }
            }
        });
        return works;
    }

    /** Exercises and the student's own cells, those that follow one cell together. */
    private Work work(String student, Path file) {
        var attempt = Attempt.of(practicum, NotebookReader.read(file, practicum.stem() + ".ipynb"));
        var code = new LinkedHashMap<>(attempt.code());
        attempt.added().forEach((after, cells) -> code.put("own cells after " + after, String.join("\n", cells)));
        code.replaceAll((cell, text) -> text.substring(0, Math.min(LONGEST, text.length())));
        return new Work(student, code);
    }
}
