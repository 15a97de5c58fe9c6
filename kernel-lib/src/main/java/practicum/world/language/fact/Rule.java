package practicum.world.language.fact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A law of the world: which facts follow from others. */
public sealed interface Rule {
    /** The facts that follow in one step. */
    Stream<Fact> conclusions(FactIndex known);

    /** The laws of this world. */
    static List<Rule> all() {
        return List.of(
                new Inverse(FactRelation.SPOUSE, FactRelation.SPOUSE),
                new Inverse(FactRelation.CAPITAL_OF, FactRelation.CAPITAL),
                new Chain(FactRelation.HOME_COUNTRY, FactRelation.CITY, FactRelation.COUNTRY),
                new Chain(FactRelation.HOME_LANGUAGE, FactRelation.HOME_COUNTRY, FactRelation.LANGUAGE),
                new Chain(FactRelation.HOME_CAPITAL, FactRelation.HOME_COUNTRY, FactRelation.CAPITAL),
                new Chain(FactRelation.HOME_CURRENCY, FactRelation.HOME_COUNTRY, FactRelation.CURRENCY),
                new Chain(FactRelation.SPOUSE_CITY, FactRelation.SPOUSE, FactRelation.CITY),
                new Chain(FactRelation.CITY_LANGUAGE, FactRelation.COUNTRY, FactRelation.LANGUAGE),
                new Chain(FactRelation.CITY_CURRENCY, FactRelation.COUNTRY, FactRelation.CURRENCY),
                new Alias(
                        FactRelation.NICKNAME,
                        EnumSet.complementOf(EnumSet.of(FactRelation.NICKNAME, FactRelation.SPOUSE))));
    }

    /** head(x, z) if first(x, y) and second(y, z): who lives in a city of a country lives in that country. */
    record Chain(FactRelation head, FactRelation first, FactRelation second) implements Rule {
        @Override
        public Stream<Fact> conclusions(FactIndex known) {
            return known.with(first).flatMap(fact -> known.objects(fact.object(), second).stream()
                    .map(object -> new Fact(fact.subject(), head, object)));
        }

        @Override
        public String toString() {
            return head + "(x, z) ← " + first + "(x, y), " + second + "(y, z)";
        }
    }

    /** head(y, x) if body(x, y): who is married to somebody has somebody married to them. */
    record Inverse(FactRelation head, FactRelation body) implements Rule {
        @Override
        public Stream<Fact> conclusions(FactIndex known) {
            return known.with(body).map(fact -> new Fact(fact.object(), head, fact.subject()));
        }

        @Override
        public String toString() {
            return head + "(y, x) ← " + body + "(x, y)";
        }
    }

    /** r(n, y) if naming(x, n) and r(x, y), for the relations that carry over to another name of the same person. */
    record Alias(FactRelation naming, Set<FactRelation> relations) implements Rule {
        public Alias {
            relations = Set.copyOf(relations);
        }

        @Override
        public Stream<Fact> conclusions(FactIndex known) {
            return known.with(naming).flatMap(called -> known.about(called.subject()).stream()
                    .filter(fact -> relations.contains(fact.relation()))
                    .map(fact -> fact.of(called.object())));
        }

        @Override
        public String toString() {
            return "r(n, y) ← " + naming + "(x, n), r(x, y)";
        }
    }
}
