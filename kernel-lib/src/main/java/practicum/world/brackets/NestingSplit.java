package practicum.world.brackets;

import java.util.Optional;
import practicum.tensor.Seeds;

/**
 * Which texts are for training and which for testing: a rule on the text itself, so that no text is ever in two parts.
 *
 * @param trainLength the most tokens of a training text
 * @param trainDepth the most that is open at once in a training text
 * @param testLength the most tokens of the longer texts
 * @param testDepth the most that is open at once in the deeper texts
 * @param unseenShare the share of the texts of training's size that are held out all the same
 * @param seed decides which those are
 */
public record NestingSplit(
        int trainLength, int trainDepth, int testLength, int testDepth, double unseenShare, long seed) {
    public NestingSplit {
        if (trainDepth < 1 || testDepth <= trainDepth || testLength <= trainLength) {
            throw new IllegalArgumentException(
                    "Test texts are deeper or longer than training texts, which have at least"
                            + " depth 1; got depth " + trainDepth + " and then " + testDepth + ", length " + trainLength
                            + " and then " + testLength + ".");
        }
        if (!(unseenShare > 0 && unseenShare < 1)) {
            throw new IllegalArgumentException(
                    "The share of texts that stay unseen lies between 0 and 1; got " + unseenShare + ".");
        }
    }

    /** The part that a text is in; none if it is both longer and deeper than training, or beyond the tests. */
    public Optional<NestingPart> part(Nesting text) {
        boolean longer = text.length() > trainLength;
        boolean deeper = text.depth() > trainDepth;
        if (text.length() > testLength || text.depth() > testDepth || (longer && deeper)) {
            return Optional.empty();
        }
        if (longer || deeper) {
            return Optional.of(longer ? NestingPart.LONGER : NestingPart.DEEPER);
        }
        boolean unseen = Seeds.share(seed, text.toString()) < unseenShare;
        return Optional.of(unseen ? NestingPart.UNSEEN : NestingPart.TRAIN);
    }

    /** The fewest tokens, without content, of a text of this part. */
    int fewest(NestingPart part) {
        return switch (part) {
            case TRAIN, UNSEEN -> 2;
            case LONGER -> trainLength + 1;
            case DEEPER -> 2 * (trainDepth + 1);
        };
    }

    /** The most tokens of a text of this part. */
    int most(NestingPart part) {
        return part == NestingPart.LONGER ? testLength : trainLength;
    }

    /** The least depth that a text of this part must reach. */
    int shallowest(NestingPart part) {
        return part == NestingPart.DEEPER ? trainDepth + 1 : 1;
    }

    /** The most depth of a text of this part. */
    int deepest(NestingPart part) {
        return part == NestingPart.DEEPER ? testDepth : trainDepth;
    }
}
