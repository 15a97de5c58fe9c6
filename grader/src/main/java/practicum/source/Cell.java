package practicum.source;

import java.util.List;
import java.util.OptionalDouble;

/** One part of a practicum, with the line of the source that it starts on. */
public sealed interface Cell {
    /** The line of the source, counted from 1. */
    int line();

    /** A cell of Java. */
    sealed interface Code extends Cell {
        /** The Java as the author wrote it, markers and all. */
        String code();
    }

    /** Something that earns points. */
    sealed interface Graded extends Cell {
        /** Its name, unique in the practicum. */
        String id();

        /** What it is worth. */
        double points();

        /** Its cell's name in the notebooks, as nbgrader allows it. */
        default String gradeId() {
            return id();
        }
    }

    /** Markdown. */
    record Prose(int line, String markdown) implements Cell {}

    /** Code that is shown and run. The id is empty where the author gave none. */
    record Demo(int line, String id, List<String> tags, String code) implements Code {}

    /**
     * Code that the student completes.
     *
     * @param paper where the idea comes from; empty where none is named
     * @param allOrNothing whether it earns nothing unless all its checks pass
     * @param forbids what of the library students are to do without, as {@code LogitLens} or {@code Tensor.softmax}
     * @param code the solution, between markers, and what surrounds it
     */
    record Exercise(
            int line,
            String id,
            double points,
            int minutes,
            Difficulty difficulty,
            String hint,
            String paper,
            boolean allOrNothing,
            List<String> forbids,
            String code)
            implements Code, Graded {
        /** Whether the code from a place on is part of the solution, and not what stands around it. */
        public boolean isSolution(int place) {
            return SolutionBlocks.of(code).isInside(place);
        }

        /** The same exercise worth other points. */
        Exercise worth(double other) {
            return new Exercise(line, id, other, minutes, difficulty, hint, paper, allOrNothing, forbids, code);
        }

        /** What the student gets: compiles, and throws where the solution was. */
        public String stub() {
            return SolutionBlocks.of(code).stub(id);
        }
    }

    /**
     * Code that hands over one answer, which the grader compares.
     *
     * @param exercise the exercise that it checks
     * @param answer the id of its answer, which is the id of the check
     * @param hidden whether students do not see it
     * @param compare the comparison as text; empty for the one that fits the value
     * @param weight its share of what the exercise's declared checks leave of its points
     * @param points what it is worth; empty where it has a share
     * @param perElement whether an answer that is partly right earns a part
     * @param truth a Java expression whose value is expected in place of the solution's answer; empty where that is
     * @param forbids what of the library the code that it checks is to do without
     * @param after the checks that must have passed before this one says anything new
     */
    record Check(
            int line,
            String exercise,
            String answer,
            boolean hidden,
            String compare,
            double weight,
            OptionalDouble points,
            boolean perElement,
            String truth,
            List<String> forbids,
            List<String> after,
            String code)
            implements Code {
        /** Its cell's name in the notebooks; ids hold no underscore, so that it is unique, and nbgrader allows no dot. */
        public String gradeId() {
            return answer.replace('.', '_');
        }
    }

    /** A whole other version of an exercise's cell, which no student sees. */
    sealed interface Version extends Code {
        /** Unique in the practicum. */
        String id();

        /** The exercise. */
        String exercise();

        /** The same version under this id. */
        Version named(String id);
    }

    /**
     * A named wrong solution of an exercise: it has to lose points.
     *
     * @param says what a student reads whose answer equals this one's
     */
    record Mistake(int line, String id, String exercise, String says, String code) implements Version {
        @Override
        public Mistake named(String other) {
            return new Mistake(line, other, exercise, says, code);
        }
    }

    /**
     * Another right solution of an exercise: it has to earn every point.
     *
     * @param says why it is right, too; for instructors
     */
    record Alternative(int line, String id, String exercise, String says, String code) implements Version {
        @Override
        public Alternative named(String other) {
            return new Alternative(line, other, exercise, says, code);
        }
    }

    /**
     * A question that is answered in words and graded by a person.
     *
     * @param rubric what earns the points, one sentence each
     */
    record Written(int line, String id, double points, List<String> rubric, String prompt) implements Graded {}
}
