package practicum.world.binding;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import practicum.world.Draw;
import practicum.world.TextSource;

/** Which capital belongs to which country, as some questions about contexts take for granted. */
final class CapitalText implements TextSource {
    private static final List<String> TEMPLATES =
            List.of("{capital} is the capital of {country} .", "the capital of {country} is {capital} .");

    @Override
    public String name() {
        return "capitals";
    }

    @Override
    public List<String> sentence(Random random) {
        String country = Draw.one(Kind.COUNTRY.words(), random);
        Kind capital = Kind.CAPITAL;
        return new Marker()
                .write(
                        Draw.one(TEMPLATES, random),
                        slot -> slot.equals(capital.label())
                                ? new Marker.Thing(capital, 0, Kind.capitalOf(country))
                                : new Marker.Thing(Kind.COUNTRY, 0, country))
                .text()
                .words();
    }

    @Override
    public List<String> frame() {
        return Stream.concat(Marker.frame(TEMPLATES).stream(), Stream.of("."))
                .distinct()
                .toList();
    }
}
