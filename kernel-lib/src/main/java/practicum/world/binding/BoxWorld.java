package practicum.world.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Split;
import practicum.world.TextSource;

/**
 * Stories about boxes and what is in them, and questions about how it is in the end (Kim and Schuster 2023, arXiv
 * 2305.02363; Prakash et al. 2024, arXiv 2402.14811).
 *
 * <p>In a story of {@link Split#TRAIN} no object is ever in a box in which training never has it; in one of
 * {@link Split#HELD_OUT} one is in the end, and that one is asked about. How many operations there are is another matter:
 * any number can be asked for, and {@link BindingSplit#operations} are those that training has. Each of the n objects is
 * asked about equally often, so whoever answers with the first, the last or any one of them is right once in n times.
 */
public final class BoxWorld {
    private static final int FEWEST = 3;
    private static final int MOST_TRAINED = 5;
    private static final int STATEMENT = 6;
    private static final int OPERATION = 10;
    private static final int QUESTION = 5;

    private final BindingSplit split;

    BoxWorld(BindingSplit split) {
        this.split = split;
        split.operations().forEach(operations -> requireRoom(FEWEST, operations));
    }

    /**
     * So many questions of one kind.
     *
     * @param boxes how many boxes a story has, at least 3; one or more is always empty
     * @param operations how many operations it has
     */
    public List<BoxQuestion> questions(Split pairs, BoxTask task, int boxes, int operations, int count, long seed) {
        requireRoom(boxes, operations);
        Random random = Seeds.random(seed);
        String what = "questions about " + boxes + " boxes and " + operations + " operations of split " + pairs;
        return Rejection.draw(count, what, () -> question(pairs, task, boxes, operations, random));
    }

    /** Training text: stories of the trained numbers of operations, each with a question about every object, answered. */
    public TextSource source() {
        return new EpisodeText("boxes", BoxStory.frame(), this::episode);
    }

    // ---------------------------------------------------------------- drawing

    private Optional<BoxQuestion> question(Split pairs, BoxTask task, int boxes, int operations, Random random) {
        BoxStory story = story(boxes, operations, Set.of(), random);
        if (isTrained(story) != (pairs == Split.TRAIN)) {
            return Optional.empty();
        }
        BoxState end = story.end();
        boolean empty = task == BoxTask.EMPTY && random.nextBoolean();
        String box = Draw.one(
                empty
                        ? emptyBoxes(story.boxes(), end)
                        : List.copyOf(end.objects().keySet()),
                random);
        boolean heldOut =
                end.objectIn(box).filter(object -> split.holdsOut(object, box)).isPresent();
        boolean anyHeldOut =
                end.objects().entrySet().stream().anyMatch(entry -> split.holdsOut(entry.getValue(), entry.getKey()));
        if (pairs == Split.HELD_OUT && !(task == BoxTask.EMPTY ? anyHeldOut : heldOut)) {
            return Optional.empty();
        }
        return Optional.of(ask(story, task, box, random));
    }

    private static BoxQuestion ask(BoxStory story, BoxTask task, String box, Random random) {
        Map<String, String> objects = story.end().objects();
        return switch (task) {
            case CONTENT ->
                new BoxQuestion(
                        story,
                        task,
                        box,
                        Draw.another(List.copyOf(objects.values()), objects.getOrDefault(box, ""), random));
            case PLACE ->
                new BoxQuestion(
                        story,
                        task,
                        objects.getOrDefault(box, ""),
                        Draw.another(List.copyOf(objects.keySet()), box, random));
            case EMPTY ->
                new BoxQuestion(story, task, box, objects.containsKey(box) ? BoxTask.NOTHING : BoxTask.SOMETHING);
        };
    }

    private boolean isTrained(BoxStory story) {
        return story.states().stream()
                .flatMap(state -> state.objects().entrySet().stream())
                .noneMatch(entry -> split.holdsOut(entry.getValue(), entry.getKey()));
    }

    private static BoxStory story(int boxes, int operations, Set<String> used, Random random) {
        List<String> letters = Kind.BOX.others(used, random).subList(0, boxes);
        List<String> objects = Kind.OBJECT.others(used, random);
        int full = Draw.between(2, boxes - 1, random);
        Map<String, String> start = new LinkedHashMap<>();
        Draw.some(full, letters, random).forEach(box -> start.put(box, objects.remove(0)));
        List<BoxOperation> done = new ArrayList<>();
        BoxState state = new BoxState(start);
        for (int i = 0; i < operations; i++) {
            BoxOperation operation = operation(letters, state, objects, random);
            done.add(operation);
            state = operation.apply(state);
        }
        return new BoxStory(letters, new BoxState(start), done);
    }

    private static BoxOperation operation(List<String> boxes, BoxState state, List<String> objects, Random random) {
        List<String> empty = emptyBoxes(boxes, state);
        String full = Draw.one(List.copyOf(state.objects().keySet()), random);
        boolean mayPut = empty.size() > 1 && !objects.isEmpty();
        return switch (random.nextInt(mayPut ? 3 : 2)) {
            case 0 -> new BoxOperation.Move(state.objectIn(full).orElseThrow(), full, Draw.one(empty, random));
            case 1 -> swap(full, Draw.another(boxes, full, random), random);
            default -> new BoxOperation.Put(objects.remove(0), Draw.one(empty, random));
        };
    }

    private static BoxOperation swap(String box, String other, Random random) {
        return random.nextBoolean() ? new BoxOperation.Swap(box, other) : new BoxOperation.Swap(other, box);
    }

    private static List<String> emptyBoxes(List<String> boxes, BoxState state) {
        return boxes.stream().filter(box -> state.objectIn(box).isEmpty()).toList();
    }

    // ---------------------------------------------------------------- training

    private Optional<List<String>> episode(Set<String> used, Random random) {
        int operations = Draw.one(split.operations(), random);
        int left = Kind.BOX.others(used, random).size();
        if (left < FEWEST) {
            return Optional.empty();
        }
        int most = Math.min(left, MOST_TRAINED);
        while (tokens(most, operations) > EpisodeText.TOKENS) {
            most--;
        }
        int boxes = Draw.between(FEWEST, most, random);
        BoxStory story = story(boxes, operations, used, random);
        while (!isTrained(story)) {
            story = story(boxes, operations, used, random);
        }
        used.addAll(story.boxes());
        used.addAll(story.objects());
        return Optional.of(told(story, random));
    }

    private static List<String> told(BoxStory story, Random random) {
        Marker marker = new Marker(story.marked());
        for (String box : Draw.shuffled(story.boxes(), random)) {
            boolean full = story.end().objectIn(box).isPresent();
            if (full || random.nextBoolean()) {
                BoxTask task = !full ? BoxTask.EMPTY : random.nextBoolean() ? BoxTask.CONTENT : BoxTask.PLACE;
                BoxQuestion question = ask(story, task, box, random);
                question.ask(marker).write(question.answer() + " .");
            }
        }
        return marker.text().words();
    }

    // ---------------------------------------------------------------- what is possible

    /** The most tokens that a story with a question can have, {@code <bos>} included. */
    static int tokens(int boxes, int operations) {
        return 1 + STATEMENT * boxes + OPERATION * operations + QUESTION;
    }

    private static void requireRoom(int boxes, int operations) {
        int most = Kind.BOX.words().size();
        if (boxes < FEWEST || boxes > most) {
            throw new IllegalArgumentException("A story has " + FEWEST + " to " + most + " boxes; got " + boxes + ".");
        }
        if (operations < 0 || tokens(boxes, operations) > EpisodeText.TOKENS) {
            throw new IllegalArgumentException("With " + boxes + " boxes a story has 0 to "
                    + (EpisodeText.TOKENS - tokens(boxes, 0)) / OPERATION + " operations, so that it fits into "
                    + EpisodeText.TOKENS + " tokens with its question; got " + operations + ".");
        }
    }
}
