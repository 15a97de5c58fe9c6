package practicum.world.language.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.City;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Split;
import practicum.world.language.task.Year;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A map and a timeline. Each country is a block, one by one, of a map of five by four; its cities and the sights in it stand
 * anywhere in the block. Sights and events have years. The text never says a coordinate: a model that compares places and
 * times well has to keep something like them (Gurnee and Tegmark 2023, arXiv 2310.02207).
 */
public final class Atlas {
    /** Countries from west to east. */
    public static final int COLUMNS = 5;
    /** Countries from south to north. */
    public static final int ROWS = 4;

    static final List<String> STYLES = Stream.concat(
                    Lexicon.LANDMARK_STYLES.stream(),
                    Stream.of("Bronze", "Amber", "Ivory", "Ruby", "Hidden", "Ancient"))
            .toList();
    static final List<String> SIGHTS = Stream.concat(
                    Lexicon.LANDMARK_KINDS.stream(),
                    Stream.of("Castle", "Fountain", "Statue", "Tomb", "Mill", "Wall", "Arch"))
            .toList();
    static final List<String> EVENTS = List.of("War", "Fair", "Flood", "Treaty", "Race", "Feast");
    private static final double MARGIN = 0.1;
    private static final int HELD_OUT_COLUMNS = 2;
    private static final int HELD_OUT_ROWS = 2;

    private final long seed;
    private final List<String> blocks;
    private final List<Spot> spots;
    private final List<Dated> dated;

    private Atlas(long seed) {
        this.seed = seed;
        Random random = Seeds.random(seed);
        List<String> countries =
                Lexicon.COUNTRIES.stream().map(country -> country.name()).toList();
        blocks = Draw.some(countries.size(), countries, random);
        spots = Stream.concat(cities(random), sights(random)).toList();
        dated = dated(random);
    }

    /** The map and timeline of a seed. */
    public static Atlas of(long seed) {
        return new Atlas(seed);
    }

    private Stream<Spot> cities(Random random) {
        Stream<City> capitals = Lexicon.COUNTRIES.stream().map(country -> new City(country.capital(), country.name()));
        return Stream.concat(capitals, Lexicon.OTHER_CITIES.stream())
                .map(city -> placed(city.name(), true, city.country(), random));
    }

    private Stream<Spot> sights(Random random) {
        return names(SIGHTS).map(name -> placed(name, false, Draw.one(blocks, random), random));
    }

    private Spot placed(String name, boolean isCity, String country, Random random) {
        int block = blocks.indexOf(country);
        double x = block % COLUMNS + inside(random);
        double y = block / COLUMNS + inside(random);
        return new Spot(name, isCity, country, x, y);
    }

    private static double inside(Random random) {
        return MARGIN + (1 - 2 * MARGIN) * random.nextDouble();
    }

    private static List<Dated> dated(Random random) {
        List<Dated> dated = new ArrayList<>();
        names(SIGHTS).forEach(name -> dated.add(new Dated(name, false, anyYear(random))));
        names(EVENTS).forEach(name -> dated.add(new Dated(name, true, anyYear(random))));
        return List.copyOf(dated);
    }

    private static Year anyYear(Random random) {
        return new Year(Draw.between(Year.FIRST, Year.LAST, random));
    }

    private static Stream<String> names(List<String> kinds) {
        return STYLES.stream().flatMap(style -> kinds.stream().map(kind -> style + " " + kind));
    }

    /** Cities, then sights, with their coordinates. */
    public List<Spot> spots() {
        return spots;
    }

    /** Sights, then events, with their years. */
    public List<Dated> dated() {
        return dated;
    }

    /** The city of the same country that is nearest to a spot: the one by which the text says it stands. */
    public Spot nearestCity(Spot spot) {
        return spots.stream()
                .filter(other -> other.isCity() && other.country().equals(spot.country()))
                .min(Comparator.comparingDouble(spot::distance))
                .orElseThrow();
    }

    /**
     * Whether a spot is in the corner of the map, two countries by two, on which probes are to be tried that were fitted to
     * the rest: a probe that learned "this is Italy" has nothing to say there. The text speaks of it as of all others.
     */
    public Split region(Spot spot) {
        int block = blocks.indexOf(spot.country());
        boolean east = block % COLUMNS >= COLUMNS - HELD_OUT_COLUMNS;
        boolean north = block / COLUMNS >= ROWS - HELD_OUT_ROWS;
        return east && north ? Split.HELD_OUT : Split.TRAIN;
    }

    /** Whether the text may compare two things, in either order. One pair in five it never does. */
    Split pair(String name, String other) {
        String key = name.compareTo(other) < 0 ? name + " " + other : other + " " + name;
        return Seeds.share(seed, key) < 0.2 ? Split.HELD_OUT : Split.TRAIN;
    }

    /** Whether the text may say in which row and column of the map a spot is. Of every fourth it does not. */
    public Split square(Spot spot) {
        return Seeds.share(seed, "square " + spot.name()) < 0.25 ? Split.HELD_OUT : Split.TRAIN;
    }

    /** Whether the text may say the year of a thing. Of every fourth it only says what is older and newer. */
    public Split year(Dated thing) {
        return Seeds.share(seed, "year " + thing.name()) < 0.25 ? Split.HELD_OUT : Split.TRAIN;
    }

    /** One row per spot: name, kind, country, x, y, and the split of its region. */
    public Table map() {
        return Table.create(
                "map",
                column("name", spots, Spot::name),
                column("kind", spots, spot -> spot.isCity() ? "city" : "sight"),
                column("country", spots, Spot::country),
                column("x", Spot::x),
                column("y", Spot::y),
                column("region", spots, spot -> region(spot).name()),
                column("square", spots, spot -> square(spot).name()));
    }

    /** One row per dated thing: name, kind, year, and whether the text says the year. */
    public Table timeline() {
        return Table.create(
                "timeline",
                column("name", dated, Dated::name),
                column("kind", dated, thing -> thing.isEvent() ? "event" : "sight"),
                IntColumn.create(
                        "year", dated.stream().mapToInt(thing -> thing.year().number())),
                BooleanColumn.create(
                        "told",
                        dated.stream().map(thing -> year(thing) == Split.TRAIN).toList()));
    }

    private static <T> StringColumn column(String name, List<T> rows, Function<T, String> value) {
        return StringColumn.create(name, rows.stream().map(value));
    }

    private DoubleColumn column(String name, ToDoubleFunction<Spot> value) {
        return DoubleColumn.create(name, spots.stream().mapToDouble(value));
    }
}
