package practicum.world.brackets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import practicum.world.brackets.Place.Role;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A text in which everything that opens is closed, and what is open at each of its tokens: the truth that a model of
 * brackets has to keep track of.
 *
 * @param places one for each token
 */
public record Nesting(List<Place> places) {
    public Nesting {
        places = List.copyOf(places);
    }

    /**
     * Reads tokens with the given brackets; all other tokens are content.
     *
     * @throws IllegalArgumentException if something closes that is not open, or is never closed
     */
    public static Nesting of(List<String> tokens, List<Bracket> brackets) {
        return new Reader(tokens, brackets).read();
    }

    /** The tokens. */
    public List<String> tokens() {
        return places.stream().map(Place::token).toList();
    }

    /** How many tokens there are. */
    public int length() {
        return places.size();
    }

    /** The most that is ever open at once. */
    public int depth() {
        return places.stream().mapToInt(Place::depth).max().orElse(0);
    }

    /** One row per token. */
    public Table table() {
        return Table.create(
                "nesting",
                IntColumn.create("position", places.stream().mapToInt(Place::position)),
                StringColumn.create("token", places.stream().map(Place::token)),
                StringColumn.create(
                        "role", places.stream().map(place -> place.role().name())),
                IntColumn.create("depth", places.stream().mapToInt(Place::depth)),
                IntColumn.create("partner", places.stream().mapToInt(Place::partner)),
                IntColumn.create("opener", places.stream().mapToInt(Place::opener)),
                StringColumn.create("closer", places.stream().map(Place::closer)));
    }

    @Override
    public String toString() {
        return String.join(" ", tokens());
    }

    /** Goes through the tokens with a stack of what is open. */
    private static final class Reader {
        private record Open(int position, Bracket bracket) {}

        private final List<String> tokens;
        private final List<Bracket> brackets;
        private final Deque<Open> open = new ArrayDeque<>();
        private final List<Place> places = new ArrayList<>();
        private final int[] partners;

        Reader(List<String> tokens, List<Bracket> brackets) {
            this.tokens = tokens;
            this.brackets = brackets;
            partners = new int[tokens.size()];
            Arrays.fill(partners, -1);
        }

        Nesting read() {
            for (int i = 0; i < tokens.size(); i++) {
                Role role = role(tokens.get(i), i);
                Open inner = open.peek();
                places.add(new Place(
                        i,
                        tokens.get(i),
                        role,
                        open.size(),
                        partners[i],
                        inner == null ? -1 : inner.position(),
                        inner == null ? "" : inner.bracket().close()));
            }
            Open inner = open.peek();
            if (inner != null) {
                throw new IllegalArgumentException("The " + inner.bracket().open() + " at token " + inner.position()
                        + " of \"" + String.join(" ", tokens) + "\" is never closed.");
            }
            return new Nesting(places.stream().map(this::withPartner).toList());
        }

        private Role role(String token, int position) {
            Open inner = open.peek();
            if (inner != null && token.equals(inner.bracket().close())) {
                open.pop();
                partners[position] = inner.position();
                partners[inner.position()] = position;
                return Role.CLOSES;
            }
            if (inner != null && inner.bracket().isQuote()) {
                return Role.CONTENT;
            }
            for (Bracket bracket : brackets) {
                if (token.equals(bracket.open())) {
                    open.push(new Open(position, bracket));
                    return Role.OPENS;
                }
                if (token.equals(bracket.close())) {
                    throw new IllegalArgumentException("The " + token + " at token " + position + " of \""
                            + String.join(" ", tokens) + "\" closes nothing: "
                            + (inner == null
                                    ? "nothing is open there."
                                    : "the innermost that is open is the "
                                            + inner.bracket().open() + " at token " + inner.position() + "."));
                }
            }
            return Role.CONTENT;
        }

        /** An opener's partner is known only once it has been closed. */
        private Place withPartner(Place place) {
            return new Place(
                    place.position(),
                    place.token(),
                    place.role(),
                    place.depth(),
                    partners[place.position()],
                    place.opener(),
                    place.closer());
        }
    }
}
