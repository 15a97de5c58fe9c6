package practicum.source;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.answer.Variant;

/**
 * One practicum: what its source says, checked.
 *
 * @param file the source as a message shows it
 * @param stem the name that its files share, {@code NN_name}
 * @param about its front matter
 * @param cells its parts, in order
 * @param variant which of its variants it is run as, from 0; −1 where none was chosen, or it has none
 */
public record Practicum(String file, String stem, FrontMatter about, List<Cell> cells, int variant) {
    /** The cells are copied. */
    public Practicum {
        cells = List.copyOf(cells);
    }

    /** A practicum none of whose variants was chosen. */
    public Practicum(String file, String stem, FrontMatter about, List<Cell> cells) {
        this(file, stem, about, cells, -1);
    }

    /**
     * The variant that it is run as.
     *
     * @throws SourceException where it has variants and none was chosen: nobody's numbers would be right
     */
    public int chosenVariant() {
        if (hasVariants() && variant < 0) {
            throw new SourceException(
                    file + ": this practicum has variants, and it is not known whose numbers are meant."
                            + " Run it for a student, or in one of its variants.");
        }
        return Math.max(0, variant);
    }

    /** Whether students have numbers of their own. */
    public boolean hasVariants() {
        return about.variants() > 0;
    }

    /** The same practicum in another of its variants. */
    public Practicum in(int other) {
        return new Practicum(file, stem, about, cells, other);
    }

    /** The practicum in the variant of a student; where there are none, itself. */
    public Practicum of(String student) {
        return hasVariants() ? in(Variant.of(stem, student, about.variants()).index()) : this;
    }

    /** The practicum in each of its variants; where there are none, itself. */
    public List<Practicum> variants() {
        return hasVariants()
                ? IntStream.range(0, about.variants()).mapToObj(this::in).toList()
                : List.of(this);
    }

    /** The name, without its ending, of the file of its visible expectations. */
    public String expectedName() {
        return hasVariants() ? new Variant(stem, chosenVariant()).fileName() : stem;
    }

    /** The exercises, in order. */
    public List<Cell.Exercise> exercises() {
        return all(Cell.Exercise.class).toList();
    }

    /** The exercise of this id. */
    public Cell.Exercise exercise(String id) {
        return all(Cell.Exercise.class)
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No exercise \"" + id + "\" in " + file + "."));
    }

    /** All checks, in order. */
    public List<Cell.Check> checks() {
        return all(Cell.Check.class).toList();
    }

    /** The checks of an exercise that students see. */
    public List<Cell.Check> visibleChecks(String exercise) {
        return checks(exercise).filter(check -> !check.hidden()).toList();
    }

    /** The checks of an exercise that students do not see. */
    public List<Cell.Check> hiddenChecks(String exercise) {
        return checks(exercise).filter(Cell.Check::hidden).toList();
    }

    /** The named wrong solutions of an exercise, and the other right ones. */
    public List<Cell.Version> versions(String exercise) {
        return all(Cell.Version.class)
                .filter(version -> version.exercise().equals(exercise))
                .toList();
    }

    /** The other right solutions of an exercise. */
    public List<Cell.Alternative> alternatives(String exercise) {
        return all(Cell.Alternative.class)
                .filter(alternative -> alternative.exercise().equals(exercise))
                .toList();
    }

    /** The named wrong solutions of an exercise. */
    public List<Cell.Mistake> mistakes(String exercise) {
        return all(Cell.Mistake.class)
                .filter(mistake -> mistake.exercise().equals(exercise))
                .toList();
    }

    /** The questions answered in words. */
    public List<Cell.Written> written() {
        return all(Cell.Written.class).toList();
    }

    /** What the practicum is worth, written answers included. */
    public double points() {
        return all(Cell.Graded.class).mapToDouble(Cell.Graded::points).sum();
    }

    /** What a check is worth: its own points, or its share of what those leave of its exercise's. */
    public double worth(Cell.Check check) {
        return Worth.of(
                        exercise(check.exercise()).points(),
                        checks(check.exercise()).toList())
                .of(check);
    }

    /** What students are to do without in the code that a check looks at. */
    public List<String> forbidden(Cell.Check check) {
        return Stream.concat(exercise(check.exercise()).forbids().stream(), check.forbids().stream())
                .distinct()
                .toList();
    }

    /** What students are to do without in an exercise, or in something that one of its checks looks at. */
    public List<String> forbidden(Cell.Exercise exercise) {
        return Stream.concat(
                        exercise.forbids().stream(), checks(exercise.id()).flatMap(check -> check.forbids().stream()))
                .distinct()
                .toList();
    }

    private Stream<Cell.Check> checks(String exercise) {
        return all(Cell.Check.class).filter(check -> check.exercise().equals(exercise));
    }

    private <T> Stream<T> all(Class<T> kind) {
        return cells.stream().filter(kind::isInstance).map(kind::cast);
    }
}
