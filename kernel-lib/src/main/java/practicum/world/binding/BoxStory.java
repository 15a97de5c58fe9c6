package practicum.world.binding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A text about boxes: what is in each, and what is then done, one operation after the other (Kim and Schuster 2023, arXiv
 * 2305.02363).
 *
 * @param boxes the boxes, in the order in which they are told of
 * @param start what is in them at first
 * @param operations what is done
 */
public record BoxStory(List<String> boxes, BoxState start, List<BoxOperation> operations) {
    private static final String FULL = "Box {box} contains the {object} .";
    private static final String EMPTY = "Box {box} contains nothing .";

    public BoxStory {
        boxes = List.copyOf(boxes);
        operations = List.copyOf(operations);
    }

    /** What is in the boxes at first, after the first operation, and so on; the last is the state that is asked about. */
    public List<BoxState> states() {
        List<BoxState> states = new ArrayList<>(List.of(start));
        operations.forEach(operation -> states.add(operation.apply(states.get(states.size() - 1))));
        return List.copyOf(states);
    }

    /** What is in the boxes in the end. */
    public BoxState end() {
        List<BoxState> states = states();
        return states.get(states.size() - 1);
    }

    /** Every object, in the order in which they are told of. */
    public List<String> objects() {
        Set<String> objects = new LinkedHashSet<>();
        boxes.forEach(box -> start.objectIn(box).ifPresent(objects::add));
        operations.forEach(operation ->
                Optional.ofNullable(operation.slots().get("object")).ifPresent(objects::add));
        return List.copyOf(objects);
    }

    /** The text and where it mentions what. */
    public MarkedText marked() {
        Marker marker = new Marker();
        for (String box : boxes) {
            marker.write(
                    start.objectIn(box).isPresent() ? FULL : EMPTY,
                    slot -> thing(slot.equals("box") ? box : start.objectIn(box).orElseThrow()));
        }
        for (BoxOperation operation : operations) {
            marker.write(operation.template(), slot -> thing(operation.slots().getOrDefault(slot, slot)));
        }
        return marker.text();
    }

    Marker.Thing thing(String word) {
        int box = boxes.indexOf(word);
        int object = objects().indexOf(word);
        if (box < 0 && object < 0) {
            throw new IllegalArgumentException("The story has no \"" + word + "\"; it has the boxes " + boxes
                    + " and the objects " + objects() + ".");
        }
        return box >= 0 ? new Marker.Thing(Kind.BOX, box, word) : new Marker.Thing(Kind.OBJECT, object, word);
    }

    /** One row per step and box: the object in it after that many operations, or "nothing". */
    public Table table() {
        Table table = Table.create(
                "states", IntColumn.create("step"), StringColumn.create("box"), StringColumn.create("object"));
        List<BoxState> states = states();
        for (int step = 0; step < states.size(); step++) {
            for (String box : boxes) {
                table.intColumn("step").append(step);
                table.stringColumn("box").append(box);
                table.stringColumn("object")
                        .append(states.get(step).objectIn(box).orElse(BoxTask.NOTHING));
            }
        }
        return table;
    }

    static List<String> frame() {
        Stream<String> questions = Stream.of(BoxTask.values()).map(BoxTask::template);
        Stream<String> told = Stream.of(
                FULL, EMPTY, BoxOperation.Put.TEMPLATE, BoxOperation.Move.TEMPLATE, BoxOperation.Swap.TEMPLATE);
        return Marker.frame(Stream.concat(questions, told).toList());
    }

    @Override
    public String toString() {
        return marked().text();
    }
}
