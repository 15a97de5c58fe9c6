package practicum.report;

import java.util.Iterator;
import java.util.Optional;

/** Of a terminal's 256 colours, or of all, the one of the eight that is nearest: a page has a shade of its own for each. */
final class AnsiColour {
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    private AnsiColour() {}

    /**
     * The code of the nearest of the eight, as in {@code 31} for red; empty for grey, which is the page's own.
     *
     * @param left the numbers after 38 or 48; those that belong to the colour are taken
     */
    static Optional<String> of(Iterator<String> left) {
        return switch (next(left)) {
            case 5 -> ofIndex(next(left));
            case 2 -> of(next(left), next(left), next(left));
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofIndex(int index) {
        if (index < 0 || index >= 232) {
            return Optional.empty();
        }
        int cube = index - 16;
        return cube < 0 ? code(index % 8) : of(LEVELS[cube / 36], LEVELS[cube / 6 % 6], LEVELS[cube % 6]);
    }

    private static Optional<String> of(int red, int green, int blue) {
        int half = Math.max(red, Math.max(green, blue)) / 2;
        return code((red > half ? 1 : 0) + (green > half ? 2 : 0) + (blue > half ? 4 : 0));
    }

    private static Optional<String> code(int colour) {
        return colour == 0 || colour == 7 ? Optional.empty() : Optional.of("3" + colour);
    }

    private static int next(Iterator<String> left) {
        String number = left.hasNext() ? left.next() : "";
        return number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1;
    }
}
