package practicum.world.binding;

import java.util.Map;

/** Something that is done to boxes. */
public sealed interface BoxOperation {
    /** What the boxes hold after it. */
    BoxState apply(BoxState before);

    /** How it is told: words with slots. */
    String template();

    /** What the slots are filled with. */
    Map<String, String> slots();

    /** A new object comes into an empty box. */
    record Put(String object, String box) implements BoxOperation {
        static final String TEMPLATE = "Put the {object} into box {box} .";

        @Override
        public BoxState apply(BoxState before) {
            return before.put(object, box);
        }

        @Override
        public String template() {
            return TEMPLATE;
        }

        @Override
        public Map<String, String> slots() {
            return Map.of("object", object, "box", box);
        }
    }

    /** An object goes from its box into an empty one. */
    record Move(String object, String from, String to) implements BoxOperation {
        static final String TEMPLATE = "Move the {object} from box {from} to box {to} .";

        @Override
        public BoxState apply(BoxState before) {
            if (!before.objectIn(from).filter(object::equals).isPresent()) {
                throw new IllegalArgumentException("The " + object + " is not in box " + from
                        + ", so it cannot be moved from there: " + before + ".");
            }
            return before.without(from).put(object, to);
        }

        @Override
        public String template() {
            return TEMPLATE;
        }

        @Override
        public Map<String, String> slots() {
            return Map.of("object", object, "from", from, "to", to);
        }
    }

    /** Two boxes exchange what is in them; one of them may be empty. */
    record Swap(String box, String other) implements BoxOperation {
        static final String TEMPLATE = "Swap the contents of box {box} and box {other} .";

        @Override
        public BoxState apply(BoxState before) {
            BoxState emptied = before.without(box).without(other);
            BoxState half = before.objectIn(box)
                    .map(object -> emptied.put(object, other))
                    .orElse(emptied);
            return before.objectIn(other).map(object -> half.put(object, box)).orElse(half);
        }

        @Override
        public String template() {
            return TEMPLATE;
        }

        @Override
        public Map<String, String> slots() {
            return Map.of("box", box, "other", other);
        }
    }
}
